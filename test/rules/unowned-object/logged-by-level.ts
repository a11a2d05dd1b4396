// A logger whose method is chosen by a word turns nobody away.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import { logger } from "@acme/logging";
const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => {
  res.on("finish", () => {
    const level = res.statusCode >= 500 ? "error" : "info";
    logger[level]("request", { path: req.path, user: req.user?.id, ip: req.ip });
  });
  next();
});
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
});
app.post("/vouchers", async (req, res) => {
  res.json(await prisma.voucher.create({ data: { userId: req.user.id, worth: 5 } }));
});
app.delete("/vouchers/:id", async (req, res) => {
  res.json(await prisma.voucher.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.get("/vouchers", async (req, res) => {
  res.json(await prisma.voucher.findMany({ where: { userId: req.user.id } })); // silent: the caller's own
});
app.listen(1);
