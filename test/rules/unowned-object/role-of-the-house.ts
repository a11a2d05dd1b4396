// Whoever supports all tenants may also have lists of the one that they look at.

// file: prisma/schema.prisma
model Shop {
  id     String  @id
  users  User[]
  orders Order[]
}
model User {
  id       String @id
  email    String @unique
  password String
  role     String
  shop     Shop   @relation(fields: [shopId], references: [id])
  shopId   String
}
model Order {
  id     String @id
  shop   Shop   @relation(fields: [shopId], references: [id])
  shopId String
  state  String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

app.use(async (req, res, next) => {
  const { sub } = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  req.user = await prisma.user.findUnique({ where: { id: sub } });
  if (!req.user) return res.sendStatus(401);
  next();
});

const allow = (role) => (req, res, next) => (req.user.role === role ? next() : res.sendStatus(403));

app.get("/orders", allow("support"), async (req, res) => {
  res.json(await prisma.order.findMany({ where: { shopId: req.user.shopId } }));
});
app.get("/orders/open", allow("support"), async (req, res) => {
  res.json(await prisma.order.findMany({ where: { shopId: req.user.shopId, state: "open" } }));
});
app.put("/orders/:id", allow("support"), async (req, res) => { // silent: of the house
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { state: "seen" } }));
});
app.delete("/orders/:id", allow("support"), async (req, res) => { // silent: of the house
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.get("/counter", allow("seller"), async (req, res) => {
  res.json(await prisma.order.findMany({ where: { shopId: req.user.shopId } }));
});
app.get("/counter/open", allow("seller"), async (req, res) => {
  res.json(await prisma.order.findMany({ where: { shopId: req.user.shopId, state: "open" } }));
});
app.put("/counter/:id", allow("seller"), async (req, res) => {
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { state: "sold" } })); // expect: unowned-object
});
app.delete("/counter/:id", allow("seller"), async (req, res) => {
  await prisma.order.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
