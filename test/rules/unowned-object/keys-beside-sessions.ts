// What a key may do is asked of keys; whoever has a session is asked nothing, and has no rank by that.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const scoped = (req, res, next) => {
  if (req.user.via !== "apiKey") return next();
  if (req.user.scopes.includes("notes")) return next();
  return res.status(403).end();
};

const browserOnly = (req, res, next) => {
  if (req.user.via === "api_key") return res.status(403).end();
  next();
};

const keysOnly = (req, res, next) => {
  if (req.user.via !== "apiKey") return res.status(403).end();
  next();
};

const staffOnly = (req, res, next) => {
  if (req.user.role !== "staff") return res.status(403).end();
  next();
};

app.get("/notes", scoped, async (req, res) => {
  res.json(await prisma.note.findMany({ where: { userId: req.user.id } }));
});

app.delete("/notes/:id", scoped, async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.params.id } })); // expect: unowned-object
});

app.put("/notes/:id", browserOnly, async (req, res) => {
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { body: req.body.body } })); // expect: unowned-object
});

app.patch("/notes/:id", async (req, res) => {
  if (req.user.via === "apiKey" && !req.user.scopes.includes("notes")) return res.status(403).end();
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { body: req.body.body } })); // expect: unowned-object
});

app.post("/notes/:id/archive", keysOnly, async (req, res) => {
  // silent: programs with keys alone
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { archived: true } }));
});

app.post("/notes/:id/hide", staffOnly, async (req, res) => {
  // silent: a role is asked for
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { hidden: true } }));
});
