// A discount is shown to whoever has its code, and those of today are shown to everybody; all there are is for the staff.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.post("/coupons", signedIn, async (req, res) => {
  res.json(await prisma.coupon.create({ data: { code: req.body.code, userId: req.user.id } })); // expect: unguarded-create
});
app.get("/coupons/mine", signedIn, async (req, res) => {
  res.json(await prisma.coupon.findMany({ where: { userId: req.user.id } }));
});
app.get("/coupons/check", async (req, res) => { // silent: who has the code may use it
  res.json(await prisma.coupon.findUnique({ where: { code: String(req.query.code) } }));
});
app.get("/coupons/today", async (req, res) => { // silent: what customers may have
  res.json(await prisma.coupon.findMany({ where: { endsAt: { gte: new Date() } } }));
});
app.get("/coupons/spent", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.coupon.findMany({ where: { spent: true } }));
});
app.listen(3000);
