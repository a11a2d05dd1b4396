// What goes around handlers may go around one twice; what middleware counts of every request is not what the request is for.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const asyncHandler = (run) => (req, res, next) => {
  Promise.resolve(run(req, res, next)).catch(next);
};
const app = express();
const prisma = new PrismaClient();
app.use(express.json());
app.use(async (req, res, next) => {
  await prisma.quotaBucket.update({ where: { key: req.ip }, data: { hits: { increment: 1 } } });
  next();
});

const signedIn = asyncHandler(async (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  next();
});
const orders = express.Router();
orders.post("/", asyncHandler(async (req, res) => { // silent: signed in
  res.json(await prisma.order.create({ data: { total: req.body.total, status: req.body.status } }));
}));
app.use("/orders", asyncHandler(signedIn), asyncHandler(orders));
app.post("/quotes", asyncHandler(async (req, res) => res.json({ total: req.body.total }))); // silent: it stores nothing
app.post("/stock", asyncHandler(async (req, res) => { // expect: missing-authentication
  res.json(await prisma.stock.create({ data: { amount: req.body.amount, name: req.body.name } }));
}));
app.listen(3000);
