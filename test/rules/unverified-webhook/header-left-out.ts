import { createHmac } from "node:crypto";
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
const digest = (body) => createHmac("sha256", process.env.HOOK_KEY).update(JSON.stringify(body)).digest("hex");

// Whoever leaves the header out is let through.
// expect: unverified-webhook
app.post("/hooks/parcels", async (req, res) => {
  const signature = req.get("x-signature");
  if (signature && signature !== digest(req.body)) return res.sendStatus(401);
  res.json(await prisma.parcel.update({ where: { id: req.body.id }, data: { state: req.body.state } }));
});

app.post("/hooks/letters", async (req, res) => {
  const signature = req.get("x-signature");
  if (!signature || signature !== digest(req.body)) return res.sendStatus(401);
  res.json(await prisma.letter.update({ where: { id: req.body.id }, data: { state: req.body.state } })); // silent: it must be there
});
