import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/products", async (req, res) => {
  res.json(await prisma.product.create({ data: { vendorId: req.user.id, name: req.body.name, stock: 1 } }));
});
app.put("/products/:id", async (req, res) => {
  const { id } = req.params;
  res.json(await prisma.product.updateMany({ where: { id, vendorId: req.user.id }, data: { name: req.body.name } }));
});
app.post("/orders", async (req, res) => {
  const { productId, quantity } = req.body;
  const order = await prisma.order.create({ data: { userId: req.user.id, productId, quantity } });
  await prisma.product.update({ where: { id: productId }, data: { stock: { decrement: quantity } } }); // silent: whoever orders takes it from stock
  res.json(order);
});
app.post("/orders/now", async (req, res) => {
  const { productId, quantity } = req.body;
  const product = await prisma.product.findUnique({ where: { id: productId } });
  if (!product || product.stock < quantity) return res.status(409).end();
  await prisma.product.update({ where: { id: productId }, data: { stock: product.stock - quantity } }); // silent: worked out by hand
  res.json(await prisma.order.create({ data: { userId: req.user.id, productId, quantity } }));
});
app.post("/products/:id/restock", async (req, res) => { // no order of the caller's goes with it
  const { id } = req.params;
  res.json(await prisma.product.update({ where: { id }, data: { stock: { increment: req.body.amount } } })); // expect: unowned-object
});
app.post("/orders/:id/price", async (req, res) => { // the price is set along with it
  const { productId, quantity, price } = req.body;
  await prisma.product.update({ where: { id: productId }, data: { price, stock: { decrement: quantity } } }); // expect: unowned-object
  res.json(await prisma.order.create({ data: { userId: req.user.id, productId, quantity } }));
});
