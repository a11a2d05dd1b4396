// file: prisma/schema.prisma
model Basket {
  id    String       @id @default(cuid())
  lines BasketLine[]
}

model BasketLine {
  id       String @id @default(cuid())
  basketId String
  sku      String
  basket   Basket @relation(fields: [basketId], references: [id])
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.put("/baskets/:id/lines", async (req, res) => {
  const basketId = req.params.id;
  await prisma.$transaction(async (tx) => {
    await tx.basketLine.deleteMany({ where: { basketId } });
    // silent: the same rows stand there again
    await tx.basketLine.createMany({ data: req.body.lines.map((line) => ({ basketId, sku: line.sku })) });
  });
  res.end();
});

app.put("/baskets/:id", async (req, res) => {
  const where = { id: req.params.id };
  await prisma.basket.update({ where, data: { lines: { deleteMany: {} } } });
  // silent: all lines of this basket were taken away
  await prisma.basket.update({ where, data: { lines: { create: req.body.lines.map(toLine) } } });
  res.end();
});

app.post("/baskets/:id/lines", async (req, res) => {
  await prisma.basketLine.deleteMany({ where: { basketId: req.params.id, sku: "sample" } });
  await prisma.basketLine.create({ data: { basketId: req.params.id, sku: req.body.sku } }); // expect: unguarded-create
  res.end();
});

app.post("/baskets/:id/moved", async (req, res) => {
  if (req.body.empty) await prisma.basketLine.deleteMany({ where: { basketId: req.params.id } });
  await prisma.basketLine.create({ data: { basketId: req.params.id, sku: req.body.sku } }); // expect: unguarded-create
  res.end();
});

function toLine(line: { sku: string }) {
  return { sku: line.sku };
}
