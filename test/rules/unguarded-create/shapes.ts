// file: schema.prisma
model Stay {
  id        String   @id @default(cuid())
  roomId    String
  startsAt  DateTime
  reference String?  @unique
  label     String   @unique
  @@unique([roomId, startsAt])
}
model Guest {
  id    String  @id @default(cuid())
  card  String  @unique
  name  String
  email String?
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { randomUUID } from "node:crypto";
import { z } from "zod";

const app = express();
const prisma = new PrismaClient();
const guest = z.object({ name: z.string(), email: z.string().optional() });
const stay = z.object({ roomId: z.string(), startsAt: z.coerce.date() });

app.post("/guests", async (req, res) => {
  const input = guest.parse(req.body);
  res.json(await prisma.guest.create({ data: { ...input, card: `C-${randomUUID()}` } })); // expect: unguarded-create
});
app.post("/stays", async (req, res) => {
  const input = stay.parse(req.body);
  res.json(await prisma.stay.create({ data: { ...input, label: randomUUID() } })); // silent: room and start are unique
});
app.post("/late-stays", async (req, res) => {
  const input = stay.pick({ roomId: true }).extend({ note: z.string() }).parse(req.body);
  res.json(await prisma.stay.create({ data: { ...input, startsAt: new Date(), label: randomUUID() } })); // expect: unguarded-create
});
app.post("/referenced-stays", async (req, res) => {
  const input = stay.omit({ startsAt: true }).extend({ reference: z.string() }).safeParse(req.body);
  res.json(await prisma.stay.create({ data: { ...input.data, startsAt: new Date(), label: randomUUID() } })); // silent: the reference is unique
});
app.post("/open-stays", async (req, res) => {
  const input = stay.passthrough().parse(req.body);
  res.json(await prisma.stay.create({ data: { ...input, startsAt: new Date(), label: randomUUID() } })); // silent: the caller may send a reference
});
app.post("/free-stays", async (req, res) => {
  const input = stay.parse(req.body);
  let label = input.roomId;
  for (let n = 1; await prisma.stay.findUnique({ where: { label } }); n++) label = `${input.roomId}-${n}`;
  res.json(await prisma.stay.create({ data: { roomId: input.roomId, startsAt: new Date(), label } })); // expect: unguarded-create
});
app.post("/maybe-referenced-stays", async (req, res) => {
  const input = stay.extend({ reference: z.string().optional() }).parse(req.body);
  res.json(await prisma.stay.create({ data: { roomId: input.roomId, reference: input.reference, startsAt: new Date(), label: randomUUID() } })); // expect: unguarded-create
});
