import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.get("/leases/:id/signed", requireUser, async (req, res) => {
  const lease = await prisma.lease.update({ where: { id: req.params.id }, data: { state: "signed" } });
  await prisma.deposit.create({ data: { lease: lease.id, amount: lease.deposit } }); // expect: write-in-get
  res.json(lease);
});

app.get("/orders/:id/payment-page", requireUser, async (req, res) => {
  const order = await prisma.order.findUniqueOrThrow({ where: { id: req.params.id } });
  await prisma.order.update({ where: { id: order.id }, data: { number: `${order.id}-${Date.now()}` } }); // expect: write-in-get
  res.json(order);
});

function requireUser(req: express.Request, res: express.Response, next: express.NextFunction) {
  if (!req.session?.user) return res.sendStatus(401);
  next();
}
