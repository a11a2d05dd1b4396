// A number that this run thought of, and the id of a row that this run made, are others at the next run.
// file: prisma/schema.prisma
model Slot {
  slotId  Int      @id @default(autoincrement())
  start   DateTime
  booking Booking?
}
model Booking {
  id     Int  @id @default(autoincrement())
  slotId Int  @unique
  slot   Slot @relation(fields: [slotId], references: [slotId])
}
model Order {
  id     Int    @id @default(autoincrement())
  number String
  userId Int
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();
app.use(express.json());

app.post("/bookings", async (req, res) => {
  const booking = await prisma.$transaction(async (tx) => {
    const slot = await tx.slot.create({ data: { start: new Date(req.body.start) } });
    return tx.booking.create({ data: { slotId: slot.slotId } }); // expect: unguarded-create
  });
  res.json(booking);
});
app.post("/slots/:id/bookings", async (req, res) => {
  const slot = await prisma.slot.findUniqueOrThrow({ where: { slotId: Number(req.params.id) } });
  res.json(await prisma.booking.create({ data: { slotId: slot.slotId } })); // silent: a slot has one booking
});

app.post("/orders", async (req, res) => {
  const number = `${Date.now()}${Math.floor(Math.random() * 1000)}`;
  const taken = await prisma.order.findFirst({ where: { number, userId: req.body.userId } });
  if (taken) return res.status(409).end();
  res.json(await prisma.order.create({ data: { number, userId: req.body.userId } })); // expect: unguarded-create
});
app.post("/numbered-orders", async (req, res) => {
  const { number, userId } = req.body;
  const taken = await prisma.order.findFirst({ where: { number, userId } });
  if (taken) return res.status(409).end();
  res.json(await prisma.order.create({ data: { number, userId } })); // expect: unguarded-create
  // ~ two requests at once
});
app.post("/named-orders", async (req, res) => {
  const number = `N${Math.floor(Math.random() * 1000)}`;
  const taken = await prisma.order.findFirst({ where: { OR: [{ userId: req.body.userId }, { number }] } });
  if (taken) return res.status(409).end();
  res.json(await prisma.order.create({ data: { number, userId: req.body.userId } })); // expect: unguarded-create
  // ~ two requests at once
});
app.listen(3000);
