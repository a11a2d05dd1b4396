// A link that its owner switched on is for whoever has it.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.get("/portal/:portalId", async (req, res) => { // silent: the owner switched the portal on
  const customer = await prisma.customer.findFirst({ where: { portalId: req.params.portalId, portalEnabled: true } });
  if (!customer) return res.sendStatus(404);
  const invoices = await prisma.invoice.findMany({ where: { customerId: customer.id } });
  res.json({ customer, invoices });
});

app.get("/customers/:id/invoices", async (req, res) => { // expect: missing-authentication
  const invoices = await prisma.invoice.findMany({ where: { customerId: req.params.id } });
  res.json(invoices);
});

app.get("/customers", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  res.json(await prisma.customer.findMany({ where: { ownerId: req.user.id } }));
});

app.listen(3000);
