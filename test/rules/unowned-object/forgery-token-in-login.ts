// The login compares a token against forgery with what the page sends: that says nothing of whose a row is.
import cookies from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(cookies());
app.use((req, res, next) => {
  const told = jwt.verify(req.cookies.token, process.env.KEY);
  if (!["GET", "HEAD"].includes(req.method)) {
    const sent = req.headers["x-csrf-token"];
    if (!sent || sent !== told.csrf) return res.status(403).json({ message: "Invalid CSRF token" });
  }
  req.user = told;
  next();
});
app.get("/orders", async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: req.user.id } })); // silent
});
app.delete("/orders/:id", async (req, res) => {
  await prisma.order.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.end();
});
app.delete("/orders/mine/:id", async (req, res) => {
  await prisma.order.deleteMany({ where: { id: req.params.id, userId: req.user.id } }); // silent
  res.end();
});
