import express from "express";
import { PrismaClient } from "@prisma/client";
import { schedule } from "./provider.ts";

const app = express();
const prisma = new PrismaClient();

async function book(recording: { id: string }) {
  try {
    await schedule(recording.id);
  } catch {
    await prisma.recording.delete({ where: { id: recording.id } });
  }
}
app.post("/recordings", async (req, res) => {
  const known = await prisma.recording.findFirst({ where: { meeting: req.body.meeting } });
  if (known) {
    await book(known);
    return res.end();
  }
  const made = await prisma.recording.create({ data: { meeting: req.body.meeting } }); // silent: taken away only where booking failed
  await book(made);
  res.end();
});
