import { Router } from "express";
import { prisma } from "./db.ts";

export const reports = Router();

// Everything anybody ever bought.
reports.get("/admin/reports/sales", async (_req, res) => {
  res.json(await prisma.order.groupBy({ by: ["userId"], _sum: { cents: true } }));
});

reports.get("/admin/reports/customers", async (_req, res) => {
  res.json(await prisma.user.findMany({ where: { role: "customer" }, select: { email: true } }));
});
