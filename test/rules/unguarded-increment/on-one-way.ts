import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

// The state is left on each way by a write of its own: what stands with it happens once.
app.post("/pots/:id/close", async (req, res) => {
  const pot = await prisma.pot.findUnique({ where: { id: req.params.id } });
  if (!pot || pot.status === req.body.status || pot.status === "closed") return res.end();
  if (pot.kind === "gift") {
    await prisma.$transaction(async (tx) => {
      await tx.pot.update({ where: { id: pot.id }, data: { status: req.body.status } });
      await tx.purse.update({ where: { id: pot.purseId }, data: { coins: { increment: pot.coins } } }); // silent: the state is left beside it
    });
    return res.end();
  }
  await prisma.purse.update({ where: { id: pot.ownerId }, data: { coins: { increment: pot.coins } } }); // expect: unguarded-increment
  res.end();
});
// What the provider says of the thing that was sent finds the row.
app.post("/pots/told", async (req, res) => {
  const answer = await fetch(`https://pay.example.com/v1/orders/${req.body.id}`);
  const order = await answer.json();
  const pot = await prisma.pot.findUnique({ where: { id: order.metadata.pot } });
  if (pot.status === "paid") return res.end();
  await prisma.pot.update({ where: { id: pot.id }, data: { status: "paid" } });
  await prisma.purse.update({ where: { id: pot.ownerId }, data: { coins: { increment: pot.coins } } }); // silent: paid once
  res.end();
});
