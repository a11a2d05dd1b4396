// What the clock says turns away whoever comes late, and tells nothing of whose the row is.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jwt-simple";
import moment from "moment";

const prisma = new PrismaClient();
const app = express();
const PRICES = new Map([["small", 5], ["large", 9]]);

app.use((req, res, next) => {
  const payload = jwt.decode(req.headers.usertoken, process.env.SECRET);
  if (payload.expiredAt < moment().unix()) return res.sendStatus(401);
  req.user = payload;
  next();
});
app.get("/orders", async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: req.user.id } }));
});
app.put("/orders/:id", async (req, res) => {
  if (!PRICES.get(req.body.size)) return res.sendStatus(400);
  await prisma.order.update({ where: { id: req.params.id }, data: { size: String(req.body.size) } }); // expect: unowned-object
  res.sendStatus(204);
});
app.put("/orders/:id/mine", async (req, res) => { // silent: limited to the caller's
  await prisma.order.updateMany({ where: { id: req.params.id, userId: req.user.id }, data: { size: "small" } });
  res.sendStatus(204);
});
