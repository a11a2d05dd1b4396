// A basket is found by the visitor's cookie, or by whoever signed in.
import cookies from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(cookies());
app.use((req, res, next) => {
  if (req.cookies.token) req.user = jwt.verify(req.cookies.token, process.env.KEY);
  next();
});
app.put("/basket", async (req, res) => {
  await prisma.basket.updateMany({
    where: { OR: [...(req.user ? [{ userId: req.user.id }] : []), { guestId: req.cookies.guest }] }, // silent
    data: { note: req.body.note },
  });
  res.end();
});
app.delete("/orders/:id", async (req, res) => { // expect: missing-authentication
  await prisma.order.delete({ where: { id: req.params.id } });
  res.end();
});
