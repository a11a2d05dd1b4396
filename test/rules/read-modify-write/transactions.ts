import express from "express";
import mongoose from "mongoose";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const Pass = mongoose.model("Pass", new mongoose.Schema({ days: Number }));

app.post("/passes/:id/extend", async (req, res) => {
  await mongoose.connection.transaction(async (session) => {
    const pass = await Pass.findById(req.params.id).session(session);
    pass.days = pass.days + 30;
    await pass.save({ session }); // silent: of two transactions that write one document, MongoDB refuses one
  });
  res.end();
});
app.post("/seats/:id/take", async (req, res) => {
  await prisma.$transaction(async (tx) => {
    const hall = await tx.hall.findUnique({ where: { id: req.params.id } });
    await tx.hall.update({ where: { id: hall.id }, data: { taken: hall.taken + 1 } }); // expect: read-modify-write
  });
  res.end();
});
app.post("/halls/:id/seen", async (req, res) => {
  const counter = await prisma.hallCounter.findUnique({ where: { id: req.params.id } });
  await prisma.hallCounter.update({ where: { id: counter.id }, data: { total: counter.total + 1 } }); // expect: read-modify-write
  res.end();
});
