// What middleware fills in on the way to every handler is nothing that the address does.
import { PrismaClient } from "@prisma/client";
import crypto from "node:crypto";
import express from "express";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();

app.use(session({ secret: process.env.SESSION_SECRET! }));
app.use(async (req, res, next) => {
  const shop = await prisma.shop.findUnique({ where: { ownerId: req.session.userId } });
  if (!shop) return res.status(401).end();
  if (!shop.code) await prisma.shop.update({ where: { id: shop.id }, data: { code: crypto.randomUUID() } }); // silent: a part of every call
  next();
});
app.get("/parcels", async (req, res) => {
  res.json(await prisma.parcel.findMany({ where: { ownerId: req.session.userId } }));
});
app.get("/parcels/:id/code", async (req, res) => {
  await prisma.parcel.update({ where: { id: req.params.id, ownerId: req.session.userId }, data: { code: crypto.randomUUID() } }); // expect: write-in-get
  res.end();
});
app.listen(3000);
