// The roles that may are given one by one, and the check asks whether there are any.
import express from "express";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
const auth = (...allowed: string[]) => async (req, res, next) => {
  if (!req.user) return res.sendStatus(401);
  if (allowed.length > 0 && !allowed.includes(req.user.role)) return res.sendStatus(403);
  next();
};
app.get("/products", auth("vendor"), async (req, res) => { // silent: the vendor's own
  res.json(await prisma.product.findMany({ where: { vendorId: req.user.id } }));
});
app.delete("/products/:id", auth("admin", "vendor"), async (req, res) => {
  res.json(await prisma.product.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.put("/products/:id", auth("admin"), async (req, res) => { // silent: the administrator may
  res.json(await prisma.product.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
