// Any number of rows may have nothing in a column of a unique key.
// file: prisma/schema.prisma
model Ticket {
  id       String  @id @default(cuid())
  holderId String
  charge   String? @unique
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.post("/tickets", async (req, res) => {
  res.json(await prisma.ticket.create({ data: { holderId: req.body.holderId, charge: null } })); // expect: unguarded-create
});
app.post("/tickets/paid", async (req, res) => {
  // silent: the charge is the same the second time
  res.json(await prisma.ticket.create({ data: { holderId: req.body.holderId, charge: req.body.charge } }));
});
