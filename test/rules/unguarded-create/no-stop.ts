import { createHash, randomBytes } from "node:crypto";
import express from "express";
import mongoose from "mongoose";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const MAXIMUM = 5;
const Rental = mongoose.model("Rental", new mongoose.Schema({ returned: Boolean, state: String }));
const Invoice = mongoose.model("Invoice", new mongoose.Schema({ rental: String }));

app.post("/memberships", async (req, res) => {
  const mine = await prisma.membership.findMany({ where: { owner: req.body.owner } });
  if (mine.length >= MAXIMUM) return res.status(400).end();
  res.json(await prisma.membership.create({ data: { owner: req.body.owner } })); // expect: unguarded-create
});
app.post("/first-membership", async (req, res) => {
  const mine = await prisma.membership.findMany({ where: { owner: req.body.owner } });
  if (mine.length >= 1) return res.status(400).end();
  res.json(await prisma.membership.create({ data: { owner: req.body.owner } })); // silent: one is too many
});
app.post("/bookings/:id/renew", async (req, res) => {
  const old = await prisma.booking.findUnique({ where: { id: req.params.id } });
  if (!old || old.endsAt > new Date()) return res.status(400).end();
  res.json(await prisma.booking.create({ data: { room: old.room, endsAt: req.body.endsAt } })); // expect: unguarded-create
});
app.post("/bookings/:id/close", async (req, res) => {
  const booking = await prisma.booking.findUnique({ where: { id: req.params.id } });
  if (booking && !booking.frozen) {
    await prisma.booking.update({ where: { id: booking.id }, data: { frozen: true } });
    await prisma.invoice.create({ data: { room: booking.room } }); // silent: the next call finds it frozen
  }
  res.end();
});
app.post("/rentals/state", async (req, res) => {
  const found = await Rental.find({ _id: { $in: req.body.ids } });
  const bulk = Rental.collection.initializeOrderedBulkOp();
  bulk.find({ _id: { $in: req.body.ids } }).update({ $set: { state: req.body.state } });
  await bulk.execute();
  for (const rental of found) {
    if (rental.state !== req.body.state) await new Invoice({ rental: rental._id }).save(); // silent: only those whose state changed
  }
  res.end();
});
app.post("/keys", async (req, res) => {
  const key = randomBytes(32).toString("hex");
  const hash = createHash("sha256");
  hash.update(key);
  await prisma.apiKey.create({ data: { hashed: hash.digest("hex"), owner: req.body.owner } }); // expect: unguarded-create
  res.json({ key });
});
// file: schema.prisma
model ApiKey {
  id     Int    @id @default(autoincrement())
  hashed String @unique
  owner  String
}
