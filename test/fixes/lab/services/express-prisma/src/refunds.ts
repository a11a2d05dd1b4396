import { Router } from "express";
import { prisma } from "./db.ts";

export const refunds = Router();

refunds.post("/webhooks/stripe/refunds", async (req, res) => {
  const { metadata } = req.body.data.object;
  await prisma.order.updateMany({ where: { id: Number(metadata.order) }, data: { status: "refunded" } });
  res.json({ received: true });
});
