// A limit of calls that cannot be read says how often somebody called, and not who may.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { clients } from "@acme/clients";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const limited = async (req, res, next) => {
  if (!req.ip) return next();
  const client = await clients.limits();
  if (!client) return next();
  const answer = await client.take(`${req.ip}:${req.user.id}:${req.path}`);
  if (!answer.allowed) return res.status(429).end();
  next();
};

const mayWrite = async (req, res, next) => {
  if (!req.ip) return next();
  const client = await clients.rights();
  const answer = await client.ask(`${req.user.id}:${req.path}`);
  if (!answer.allowed) return res.status(403).end();
  next();
};

app.get("/notes", async (req, res) => {
  res.json(await prisma.note.findMany({ where: { userId: req.user.id } }));
});

app.delete("/notes/:id", limited, async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.params.id } })); // expect: unowned-object
});

app.put("/notes/:id", mayWrite, async (req, res) => {
  // silent: rights may be asked there
  res.json(await prisma.note.update({ where: { id: req.params.id }, data: { body: req.body.body } }));
});
