import express from "express";
import Redis from "ioredis";
import nodemailer from "nodemailer";
import { Pool } from "pg";
import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";

const app = express();
const pool = new Pool();
const prisma = new PrismaClient();
const redis = new Redis();
const queue = new Queue("jobs");
const mailer = nodemailer.createTransport({});

import { randomUUID } from "node:crypto";

app.post("/exports", async (req, res) => {
  await queue.add("export", {}, { jobId: `export-${Date.now()}` }); // expect: unstable-key
  await prisma.draft.upsert({ where: { id: randomUUID() }, create: {}, update: {} }); // expect: unstable-key
  res.end();
});
app.post("/exports/named", async (req, res) => {
  const id = randomUUID();
  await queue.add("export", {}, { jobId: id }); // silent: a name to ask for it later
  res.json({ id });
});
app.post("/exports/keyed", async (req, res) => {
  await queue.add("export", {}, { jobId: `export-${req.body.month}` }); // silent: the month's own
  await prisma.draft.upsert({ where: { id: req.body.id }, create: {}, update: {} }); // silent: the client's id
  res.end();
});
app.post("/exports/none", async (req, res) => {
  await queue.add("export", { at: Date.now() }); // silent: no key at all is another matter
  res.end();
});
app.post("/notes", async (req, res) => {
  await prisma.note.upsert({ where: { id: req.body.id || randomUUID() }, create: {}, update: {} }); // silent: a row that is given is found
  await prisma.note.upsert({ where: { id: req.body.note ?? randomUUID() }, create: {}, update: {} }); // silent: likewise
  res.end();
});
app.post("/digests", async (req, res) => {
  const now = new Date();
  await queue.add("digest", {}, { jobId: `digest-${now.toISOString().slice(0, 10)}` }); // silent: the day's own
  await queue.add("digest", {}, { jobId: `digest-${new Date().toISOString().split("T")[0]}` }); // silent: likewise
  await queue.add("digest", {}, { jobId: `digest-${Math.random().toString(36).slice(2)}` }); // expect: unstable-key
  res.end();
});
async function keepList(id: string | undefined, name: string) {
  return prisma.list.upsert({ where: { id: id || randomUUID() }, create: { name }, update: { name } }); // silent: another route hands an id
}
app.post("/lists", async (req, res) => {
  res.json(await keepList(undefined, req.body.name));
});
app.put("/lists/:id", async (req, res) => {
  res.json(await keepList(req.params.id, req.body.name));
});
app.post("/sign-in/options", async (req, res) => {
  await prisma.signInToken.upsert({ where: { id: randomUUID() }, create: {}, update: {} }); // silent: used once
  res.end();
});
