import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/vouchers", async (req, res) => { // silent: the voucher is gone at the second call
  const voucher = await prisma.voucher.findUnique({ where: { code: req.body.code } });
  if (!voucher) return res.status(404).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { credits: { increment: voucher.worth } } });
  await prisma.voucher.delete({ where: { code: voucher.code } });
  res.end();
});
app.post("/gifts", async (req, res) => { // silent: it is open once
  const gift = await prisma.gift.findFirst({ where: { code: req.body.code, status: "open" } });
  if (!gift) return res.status(404).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { credits: { increment: gift.worth } } });
  await prisma.gift.update({ where: { id: gift.id }, data: { status: "used" } });
  res.end();
});
app.post("/bonuses", async (req, res) => {
  const bonus = await prisma.bonus.findUnique({ where: { code: req.body.code } });
  if (!bonus) return res.status(404).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { credits: { increment: bonus.worth } } }); // expect: unguarded-increment
  res.end();
});
app.post("/bonuses/named", async (req, res) => {
  const bonus = await prisma.bonus.findFirst({ where: { code: req.body.code, status: "open" } });
  if (!bonus) return res.status(404).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { credits: { increment: bonus.worth } } }); // expect: unguarded-increment
  await prisma.bonus.update({ where: { id: bonus.id }, data: { seenBy: req.body.shopper } });
  res.end();
});
