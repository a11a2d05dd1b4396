// file: prisma/schema.prisma
model Shopper {
  id    String @id @default(cuid())
  email String @unique
}
model Basket {
  id      String @id @default(cuid())
  shopper String
}
model Line {
  id      String @id @default(cuid())
  basket  String
  product String
  amount  Int
}
// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";
import { accounts } from "accounts-of-ours";

const app = express();
const prisma = new PrismaClient();

app.post("/sign-up", async (req, res) => { // silent: the second one fails in the transaction
  const shopper = await prisma.$transaction(async (tx) => {
    return tx.shopper.create({ data: { email: req.body.email } });
  });
  await prisma.basket.create({ data: { shopper: shopper.id } });
  res.end();
});
app.post("/baskets", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    await tx.basket.create({ data: { shopper: req.body.shopper } }); // expect: unguarded-create
  });
  res.end();
});
app.post("/baskets/asked", async (req, res) => { // silent: nobody can read what is looked up
  if (await accounts.findBasket(req.body.shopper)) return res.status(409).end();
  await prisma.basket.create({ data: { shopper: req.body.shopper } });
  res.end();
});
app.post("/lines", async (req, res) => {
  const line = await prisma.line.findFirst({ where: { basket: req.body.basket, product: req.body.product } });
  if (line && line.amount + req.body.amount > 10) return res.status(400).end();
  await prisma.line.create({ data: { basket: req.body.basket, product: req.body.product, amount: req.body.amount } }); // expect: unguarded-create
  res.end();
});
app.get("/baskets", async (req, res) => { // silent: it only reads
  res.json(await prisma.basket.findMany());
});
app.post("/baskets/open", async (req, res) => {
  if (await accounts.getClosedReason()) return res.status(503).end();
  await prisma.basket.create({ data: { shopper: req.body.shopper } }); // expect: unguarded-create
  res.end();
});
