import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const only = (...types) => (req, res, next) => {
  if (!types.includes(req.user.type)) return res.status(403).json({ message: "not for you" });
  next();
};

app.get("/customer/orders", only("customer"), async (req, res) => {
  res.json(await prisma.order.findMany({ where: { customerId: req.user.id } }));
});
app.post("/customer/orders", only("customer"), async (req, res) => {
  res.json(await prisma.order.create({ data: { customerId: req.user.id, note: req.body.note } }));
});
app.put("/customer/orders/:id", only("customer"), async (req, res) => {
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } })); // expect: unowned-object
});
app.put("/agents/orders/:id", only("agent"), async (req, res) => { // silent: agents are nowhere limited to orders of their own
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
app.put("/paying/orders/:id", async (req, res) => {
  if (req.user.plan !== "pro") return res.status(403).end();
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } })); // expect: unowned-object
});
