import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/like", async (req, res) => {
  const known = await prisma.like.findFirst({ where: { post: req.body.post, who: req.body.who } });
  if (known) {
    await prisma.like.delete({ where: { id: known.id } });
    return res.json({ liked: false });
  }
  await prisma.like.create({ data: { post: req.body.post, who: req.body.who } }); // expect: unguarded-increment
  //    ^^^^^^^^^^^^^^^^^^ turns the value back
  res.json({ liked: true });
});
app.post("/done", async (req, res) => {
  const task = await prisma.task.findUnique({ where: { id: req.body.id } });
  await prisma.task.update({ where: { id: req.body.id }, data: { done: !task.done } }); // expect: unguarded-increment
  res.end();
});
app.post("/replace", async (req, res) => { // silent: the old one goes, the new one comes
  const known = await prisma.avatar.findFirst({ where: { who: req.body.who } });
  if (known) await prisma.avatar.delete({ where: { id: known.id } });
  await prisma.avatar.create({ data: { who: req.body.who, url: req.body.url } });
  res.end();
});
app.post("/spend", async (req, res) => {
  const shopper = await prisma.shopper.findUnique({ where: { id: req.body.id } });
  if (shopper.credits < 1) return res.status(402).end();
  await prisma.shopper.update({ where: { id: shopper.id }, data: { credits: { decrement: 1 } } }); // expect: unguarded-increment
  res.end();
});
app.post("/close", async (req, res) => { // silent: what is closed is refused
  const task = await prisma.task.findUnique({ where: { id: req.body.id } });
  if (task.status === "closed") return res.status(409).end();
  await prisma.shopper.update({ where: { id: task.owner }, data: { credits: { increment: 1 } } });
  await prisma.task.update({ where: { id: req.body.id }, data: { status: "closed" } });
  res.end();
});
app.post("/rotate", async (req, res) => { // silent: what is old is refused, and the next one stored
  const known = await prisma.refreshKey.findFirst({ where: { hash: req.body.hash } });
  if (!known) return res.status(401).end();
  if (known.expiresAt < new Date()) {
    await prisma.refreshKey.delete({ where: { id: known.id } });
    return res.status(401).end();
  }
  await prisma.refreshKey.delete({ where: { id: known.id } });
  res.json(await prisma.refreshKey.create({ data: { who: known.who } }));
});
app.post("/switch", async (req, res) => {
  const route = await prisma.route.findUnique({ where: { id: req.body.id } });
  const status = route.status === "ACTIVE" ? "INACTIVE" : "ACTIVE";
  await prisma.route.update({ where: { id: req.body.id }, data: { status } }); // expect: unguarded-increment
  res.end();
});
app.post("/settle", async (req, res) => { // silent: it comes to rest
  const route = await prisma.route.findUnique({ where: { id: req.body.id } });
  const status = route.status === "DRAFT" ? "ACTIVE" : "CLOSED";
  await prisma.route.update({ where: { id: req.body.id }, data: { status } });
  res.end();
});
