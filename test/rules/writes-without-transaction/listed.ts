import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

// Prisma runs nothing before it is waited for: what was replaced on a branch stands in the list all the same.
app.put("/moves/:id", async (req, res) => { // silent: one transaction runs the list
  const move = await prisma.move.findUniqueOrThrow({ where: { id: req.params.id } });
  let shelf = prisma.shelf.update({ where: { id: move.shelfId }, data: {} });
  if (req.body.done) {
    shelf = prisma.shelf.update({ where: { id: move.shelfId }, data: { used: { decrement: move.size } } });
  }
  const noted = prisma.move.update({ where: { id: move.id }, data: { done: req.body.done } });
  await prisma.$transaction([noted, shelf]);
  res.end();
});
app.post("/boxes", async (req, res) => { // silent: the list is filled step by step
  const box = await prisma.box.findUniqueOrThrow({ where: { id: req.body.box } });
  const writes = [prisma.ledger.create({ data: { boxId: box.id, reference: req.body.reference } })];
  if (req.body.heavy) writes.push(prisma.shelf.update({ where: { id: box.shelfId }, data: { used: { increment: 2 } } }));
  await prisma.$transaction(writes);
  res.end();
});
app.post("/pallets", async (req, res) => {
  const ledger = await prisma.ledger.create({ data: { palletId: req.body.pallet } });
  await prisma.shelf.update({ where: { id: req.body.shelf }, data: { used: { increment: 2 } } }); // expect: writes-without-transaction
  const rest = [prisma.tag.deleteMany({ where: { palletId: req.body.pallet } })];
  await prisma.$transaction(rest);
  res.json(ledger);
});
