import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

app.post("/orders", async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total, request: req.body.request } });
  await prisma.notificationAudience.create({ data: { orderId: order.id } }); // expect: writes-without-transaction
  res.end();
});
app.post("/carts", async (req, res) => {
  const order = await prisma.order.create({ data: { total: req.body.total, request: req.body.request } });
  await prisma.orderLine.create({ data: { orderId: order.id } }); // expect: writes-without-transaction
  res.end();
});
