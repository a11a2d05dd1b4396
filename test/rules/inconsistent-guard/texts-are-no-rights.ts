// A text that is made of a tenant's id and tested for being empty asks for no right.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
});
const addressOf = (base: any, tenant: string) => {
  const url = base.replace("/main", `/tenant_${tenant}`);
  if (!url) throw new Error("no database for this tenant");
  return url;
};
app.post("/addons", async (req, res) => {
  const url = addressOf(req.app.locals.base, req.user.tenantId);
  res.json(await prisma.tenant.update({ where: { id: req.user.tenantId }, data: { url } })); // silent
});
app.patch("/addons", async (req, res) => {
  const url = addressOf(req.app.locals.base, req.user.tenantId);
  res.json(await prisma.tenant.update({ where: { id: req.user.tenantId }, data: { url } })); // silent
});
app.put("/customers", async (req, res) => {
  res.json(await prisma.tenant.update({ where: { id: req.user.tenantId }, data: { seen: req.body.seen } })); // silent: no guard of its neighbours is missing here
});
app.listen(1);
