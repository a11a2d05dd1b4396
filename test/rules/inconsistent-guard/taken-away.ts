import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.use(async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.JWT_KEY);
  const clerk = await prisma.clerk.findUnique({ where: { id: claims.sub } });
  if (!clerk) return res.sendStatus(401);
  req.clerk = clerk;
  next();
});

const manager = (req, res, next) => (req.clerk.role === "manager" ? next() : res.sendStatus(403));

app.post("/plans", manager, async (req, res) => {
  res.json(await prisma.plan.create({ data: { name: req.body.name, merchantId: req.clerk.merchantId } }));
});
app.patch("/plans/:id", manager, async (req, res) => {
  const where = { id: req.params.id, merchantId: req.clerk.merchantId };
  res.json(await prisma.plan.updateMany({ where, data: { name: req.body.name } }));
});
// expect: inconsistent-guard
app.delete("/plans/:id", async (req, res) => {
  res.json(await prisma.plan.deleteMany({ where: { id: req.params.id, merchantId: req.clerk.merchantId } }));
});

app.post("/notes", manager, async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text, merchantId: req.clerk.merchantId } }));
});
app.patch("/notes/:id", async (req, res) => {
  const where = { id: req.params.id, merchantId: req.clerk.merchantId };
  res.json(await prisma.note.updateMany({ where, data: { text: req.body.text } }));
});
app.delete("/notes/:id", async (req, res) => {
  res.json(await prisma.note.deleteMany({ where: { id: req.params.id, merchantId: req.clerk.merchantId } })); // silent: everybody in the shop may change them
});

app.post("/shifts", manager, async (req, res) => {
  res.json(await prisma.shift.create({ data: { day: req.body.day, merchantId: req.clerk.merchantId } }));
});
app.patch("/shifts/:id", manager, async (req, res) => {
  const where = { id: req.params.id, merchantId: req.clerk.merchantId };
  res.json(await prisma.shift.updateMany({ where, data: { day: req.body.day } }));
});
app.delete("/shifts/:id", async (req, res) => {
  const where = { id: req.params.id, merchantId: req.clerk.merchantId, clerkId: req.clerk.id };
  res.json(await prisma.shift.deleteMany({ where })); // silent: the caller's own alone
});
