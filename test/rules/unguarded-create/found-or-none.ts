import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const clients: Record<string, PrismaClient> = {};
const off = { invoice: { findFirst: async () => null, create: async () => null } };
const prisma = process.env.DATABASE_URL ? new PrismaClient() : off;

// What stands in for the database finds nothing: the row that the other one finds is asked for all the same.
app.post("/invoices", async (req, res) => {
  const known = await prisma.invoice.findFirst({ where: { reference: req.body.reference } });
  if (known) return res.json(known);
  res.json(await prisma.invoice.create({ data: { reference: req.body.reference } })); // silent: looked up first
});
app.post("/invoices/again", async (req, res) => {
  res.json(await prisma.invoice.create({ data: { reference: req.body.reference } })); // expect: unguarded-create
});
