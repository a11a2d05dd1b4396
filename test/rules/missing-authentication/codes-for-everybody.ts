import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/coupons/mine", signedIn, async (req, res) => {
  res.json(await prisma.coupon.findMany({ where: { shopId: req.user.shopId } }));
});
app.post("/coupons/send", async (req, res) => { // expect: missing-authentication
  const coupon = await prisma.coupon.findFirst({ where: { code: req.body.code } });
  if (!coupon) return res.sendStatus(404);
  const followers = await prisma.follow.findMany({ where: { shopId: coupon.shopId }, include: { user: true } });
  await mailer.sendMail({ to: followers.map((one) => one.user.email), subject: req.body.subject, html: coupon.code });
  res.end();
});
app.post("/parcels/release", async (req, res) => { // silent: who has the code of the parcel may have it released
  const parcel = await prisma.parcel.findFirst({ where: { pickupCode: req.body.code } });
  if (!parcel) return res.sendStatus(404);
  res.json(await prisma.parcel.update({ where: { id: parcel.id }, data: { released: true } }));
});
