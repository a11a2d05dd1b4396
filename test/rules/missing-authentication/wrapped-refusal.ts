import { createHash, timingSafeEqual } from "node:crypto";
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const caught = (work) => (req, res, next) => Promise.resolve(work(req, res, next)).catch(next);
const digest = (text) => createHash("sha256").update(String(text)).digest();

app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));

app.post("/sweep", caught(async (req, res) => { // silent: refused on the other side of the branch
  if (req.headers["x-sweep-key"] !== process.env.SWEEP_KEY || !process.env.SWEEP_KEY) {
    return res.status(401).json({ error: "who" });
  }
  await prisma.draft.deleteMany({ where: { old: true } });
  res.sendStatus(204);
}));

app.post("/admin/index", caught(async (req, res) => { // silent: a machine shows the setting
  if (!timingSafeEqual(digest(req.get("x-index-key")), digest(process.env.INDEX_KEY))) return res.status(401).end();
  await prisma.entry.updateMany({ data: { indexed: true } });
  res.sendStatus(204);
}));

app.post("/sweep/all", caught(async (req, res) => { // expect: missing-authentication
  if (req.query.dry) {
    return res.status(200).json({ dry: true });
  }
  await prisma.draft.deleteMany({ where: { old: true } });
  res.sendStatus(204);
}));
