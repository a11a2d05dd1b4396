// The number of the order comes from a counter that the same run counts on: its unique key stops nothing.

// file: prisma/schema.prisma
model Sequence {
  storeId String @id
  last    Int
}
model StockOrder {
  id      String @id @default(cuid())
  storeId String
  number  String
  request String @unique

  @@unique([storeId, number])
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/orders", async (req, res) => {
  const { storeId } = req.user;
  await prisma.$transaction(async (tx) => {
    const { last } = await tx.sequence.update({ where: { storeId }, data: { last: { increment: 1 } } });
    await tx.stockOrder.create({ data: { storeId, number: `SO-${last}` } }); // expect: unguarded-create
  });
  res.sendStatus(201);
});
app.post("/orders/asked", async (req, res) => { // silent: one request makes one order
  const { storeId } = req.user;
  await prisma.$transaction(async (tx) => {
    const { last } = await tx.sequence.update({ where: { storeId }, data: { last: { increment: 1 } } });
    const request = String(req.body.request);
    await tx.stockOrder.create({ data: { storeId, number: `SO-${last}`, request } });
  });
  res.sendStatus(201);
});
