// file: src/mongo.ts
import express from "express";
import mongoose from "mongoose";

const Order = mongoose.model("Order", new mongoose.Schema({ total: Number, user: String }));
const Line = mongoose.model("Line", new mongoose.Schema({ order: String, sku: String }));
export const mongo = express();

mongo.post("/mongo/orders", async (req, res) => {
  const order = await Order.create({ total: req.body.total, user: req.body.user });
  const line = new Line({ order: order._id, sku: req.body.sku });
  await line.save(); // expect: writes-without-transaction
  res.status(201).json(order);
});
mongo.post("/mongo/transaction", async (req, res) => { // silent: one transaction
  await Order.db.transaction(async (session) => {
    await Order.create([{ total: req.body.total }], { session });
    await Line.create([{ sku: req.body.sku }], { session });
  });
  res.status(201).end();
});
// file: src/sequelize.ts
import express from "express";
import { DataTypes, Sequelize } from "sequelize";

const sequelize = new Sequelize(process.env.DATABASE_URL!);
const Invoice = sequelize.define("Invoice", { total: DataTypes.INTEGER });
const Position = sequelize.define("Position", { sku: DataTypes.STRING, count: DataTypes.INTEGER });
export const app = express();

app.post("/sql/orders", async (req, res) => {
  await Invoice.create({ total: req.body.total });
  await Position.update({ count: req.body.count }, { where: { sku: req.body.sku } }); // expect: writes-without-transaction
  res.status(201).end();
});
// file: src/kysely.ts
import { Hono } from "hono";
import { Kysely, PostgresDialect } from "kysely";

const db = new Kysely<any>({ dialect: new PostgresDialect({}) });
export const hono = new Hono();

hono.post("/kysely/orders", async (c) => {
  const { total, sku } = await c.req.json();
  await db.insertInto("payments").values({ total }).execute();
  await db.insertInto("payment_lines").values({ sku }).execute(); // expect: writes-without-transaction
  return c.body(null, 201);
});
// file: src/prisma.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
export const shop = express();

// What a transaction gives is what is returned.
shop.post("/prisma/orders", async (req, res) => {
  res.json(await place(req.body.total, req.body.sku));
});
async function place(total: number, sku: string) {
  const order = await prisma.order.create({ data: { total } });
  return prisma.orderLine.create({ data: { orderId: order.id, sku } }); // expect: writes-without-transaction
}
