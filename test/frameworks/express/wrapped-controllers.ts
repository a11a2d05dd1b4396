// A package's wrapper gives the handler back: it runs with the request, and not where the routes are registered.
// file: src/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function add(req, res) {
  if (!req.session.userId) return res.sendStatus(401);
  await prisma.order.create({ data: { item: req.body.item } }); // effect: write database order, insert, unsafe
  res.sendStatus(201);
}

export async function clear(_req, res) {
  await prisma.order.deleteMany({}); // effect: write database order, delete, safe
  res.sendStatus(204);
}

// file: src/app.ts
import express from "express";
import handled from "express-async-handler";
import * as orders from "./orders";

const wrapAll = (controller) => {
  const wrapped = {};
  for (const key of Object.keys(controller)) wrapped[key] = handled(controller[key]);
  return wrapped;
};

const controller = wrapAll(orders);
const app = express();
app.post("/orders", controller.add); // entry: POST /orders
app.delete("/orders", controller.clear); // entry: DELETE /orders
app.listen(3000);
