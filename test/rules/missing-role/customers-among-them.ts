import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

const allow = (...roles) => (req, res, next) => {
  if (!req.user) return res.sendStatus(401);
  if (!roles.includes(req.user.role)) return res.sendStatus(403);
  next();
};
const refuse = (role) => (req, res, next) => {
  if (!req.user || req.user.role === role) return res.sendStatus(403);
  next();
};

// expect: missing-role
app.get("/admin/orders", allow("ADMIN", "CUSTOMER"), async (_req, res) => {
  res.json(await prisma.order.findMany({ include: { customer: true } }));
});
app.get("/admin/invoices", allow("ADMIN", "CLERK"), async (_req, res) => {
  res.json(await prisma.invoice.findMany()); // silent: staff alone
});
app.get("/admin/refunds", refuse("CUSTOMER"), async (_req, res) => {
  res.json(await prisma.refund.findMany()); // silent: customers are turned away
});
app.get("/orders", allow("ADMIN", "CUSTOMER"), async (_req, res) => {
  res.json(await prisma.order.count()); // silent: an address for everybody
});
