// file: src/samples.ts
// All that shows rows in this file asks who is calling, each something else, but for one.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));

export const samples = Router();
samples.get("/samples", login, async (req, res) => {
  res.json(await prisma.sample.findMany({ where: { rack: String(req.query.rack) } }));
});
samples.get("/racks", login, async (_req, res) => {
  res.json(await prisma.rack.findMany());
});
samples.get("/probes/:id", login, async (req, res) => {
  res.json(await prisma.probe.findUnique({ where: { id: req.params.id } }));
});
// expect: missing-authentication
samples.get("/runs/:id", async (req, res) => {
  res.json(await prisma.run.findUnique({ where: { id: req.params.id } }));
});

// file: src/goods.ts
// Visitors see goods and colours, whoever changes them is asked.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));

export const goods = Router();
goods.get("/goods/:id", async (req, res) => {
  res.json(await prisma.good.findUnique({ where: { id: req.params.id } })); // silent: others show rows as well
});
goods.get("/colours", async (_req, res) => {
  res.json(await prisma.colour.findMany());
});
goods.get("/baskets", login, async (req, res) => {
  res.json(await prisma.basket.findMany({ where: { userId: (req as any).user.id } }));
});
goods.get("/wishes", login, async (req, res) => {
  res.json(await prisma.wish.findMany({ where: { userId: (req as any).user.id } }));
});
goods.get("/orders", login, async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: (req as any).user.id } }));
});

// file: src/app.ts
import express from "express";
import { goods } from "./goods.ts";
import { samples } from "./samples.ts";

const app = express();
app.use("/shop", goods);
app.use("/laboratory", samples);
app.listen(3000);
