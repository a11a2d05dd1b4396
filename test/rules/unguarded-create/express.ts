// file: prisma/schema.prisma
model Order {
  id        String  @id @default(cuid())
  requestId String? @unique
  total     Int
}
model Member {
  teamId String
  userId String
  @@id([teamId, userId])
}
model Note {
  id   String @id @default(cuid())
  text String
}
// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.post("/orders", async (req, res) => {
  res.json(await prisma.order.create({ data: { total: req.body.total } })); // expect: unguarded-create
  //             ^^^^^^^^^^^^^^^^^^^ adds a second row to order when it is sent twice
});

app.post("/notes", async (req, res) => {
  res.json(await prisma.note.create({ data: { text: req.body.text } })); // expect: unguarded-create
});

app.post("/orders/keyed", async (req, res) => {
  res.json(await prisma.order.create({ data: { total: 1, requestId: req.get("Idempotency-Key") } })); // silent: unique key
});

app.post("/teams/:team/members", async (req, res) => {
  res.json(await prisma.member.create({ data: { teamId: req.params.team, userId: req.body.userId } })); // silent: the primary key is natural
});

app.post("/orders/looked-up", async (req, res) => {
  const known = await prisma.order.findFirst({ where: { requestId: req.body.requestId } });
  if (known) return res.json(known);
  res.json(await prisma.order.create({ data: { total: 1, requestId: req.body.requestId } })); // silent: looked up first
});

app.put("/orders/:id", async (req, res) => {
  const data = { total: req.body.total };
  res.json(await prisma.order.upsert({ where: { id: req.params.id }, create: { ...data }, update: data })); // silent: upsert
});

app.post("/search", async (req, res) => {
  res.json(await prisma.order.findMany({ where: { total: req.body.total } })); // silent: it only reads
});

app.post("/audit", async (req, res) => {
  await prisma.auditLog.create({ data: { action: req.body.action } }); // silent: a trail has every line
  res.end();
});
