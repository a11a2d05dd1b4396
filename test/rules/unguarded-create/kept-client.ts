// file: src/remember.ts
export function remember<T>(name: string, make: () => T): T {
  const store = globalThis as any;
  if (!store.kept) store.kept = new Map();
  if (!store.kept.has(name)) store.kept.set(name, make());
  return store.kept.get(name);
}

export function once<T>(name: string, make: () => T): T {
  const store = globalThis as any;
  if (!store[name]) store[name] = make();
  return store[name];
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { once, remember } from "./remember";

const prisma = remember("prisma", () => new PrismaClient());
const other = once("other", () => new PrismaClient());
const KEY = "prisma";
const third = (globalThis as any)[KEY] || new PrismaClient();
const app = express();

app.post("/orders", async (req, res) => { // silent: said at the insert
  await prisma.order.create({ data: { total: req.body.total } }); // expect: unguarded-create
  res.end();
});

app.post("/payments", async (req, res) => { // silent: said at the insert
  await other.payment.create({ data: { total: req.body.total } }); // expect: unguarded-create
  res.end();
});

app.post("/invoices", async (req, res) => { // silent: said at the insert
  await third.invoice.create({ data: { total: req.body.total } }); // expect: unguarded-create
  res.end();
});

app.get("/orders", async (req, res) => { // silent: only reads
  res.json(await prisma.order.findMany());
});

app.put("/orders/:id", async (req, res) => { // silent: sets the same again
  res.json(await third.order.update({ where: { id: req.params.id }, data: { total: req.body.total } }));
});
