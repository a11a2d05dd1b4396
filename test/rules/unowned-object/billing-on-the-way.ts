// What cannot be read on the way in asks whether the bill was paid; nearly all behind it are held to their own rows.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const stores: Record<string, any> = {};

app.use(async (req: any, res, next) => {
  if (!req.user) return res.sendStatus(401);
  if (req.user.paysByStore) {
    const state = await stores[req.user.store].statusOf(req.user.receipt);
    if (!state.active) return res.status(401).json({ error: "Pay first" });
  }
  next();
});

app.post("/jigs", async (req: any, res) => {
  res.json(await prisma.jig.create({ data: { name: req.body.name, userId: req.user.id } }));
});
app.get("/jigs/:id", async (req: any, res) => {
  res.json(await prisma.jig.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.put("/jigs/:id", async (req: any, res) => {
  res.json(await prisma.jig.updateMany({ where: { id: req.params.id, userId: req.user.id }, data: { name: req.body.name } }));
});
app.delete("/jigs/:id", async (req: any, res) => {
  res.json(await prisma.jig.deleteMany({ where: { id: req.params.id, userId: req.user.id } }));
});
app.get("/reels/:id", async (req: any, res) => {
  res.json(await prisma.reel.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.put("/reels/:id", async (req: any, res) => {
  res.json(await prisma.reel.updateMany({ where: { id: req.params.id, userId: req.user.id }, data: { name: req.body.name } }));
});
app.delete("/reels/:id", async (req: any, res) => {
  res.json(await prisma.reel.deleteMany({ where: { id: req.params.id, userId: req.user.id } }));
});
app.get("/airs/:id", async (req: any, res) => {
  res.json(await prisma.air.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.delete("/airs/:id", async (req: any, res) => {
  res.json(await prisma.air.deleteMany({ where: { id: req.params.id, userId: req.user.id } }));
});
app.post("/keys", async (req: any, res) => {
  res.json(await prisma.key.create({ data: { name: req.body.name, userId: req.user.id } }));
});
app.delete("/keys/:id", async (req: any, res) => {
  const key = await prisma.key.findFirst({ where: { id: req.params.id } });
  await prisma.key.update({ where: { id: key?.id }, data: { revoked: true } }); // expect: unowned-object
  res.sendStatus(204);
});
