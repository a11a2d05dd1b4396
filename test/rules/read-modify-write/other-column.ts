// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/links/:id/address", async (req, res) => { // silent: the address is made of two other columns
  const link = await prisma.link.findUnique({ where: { id: req.params.id, userId: req.user.id } });
  const url = link.domain + link.key;
  await prisma.link.update({ where: { id: req.params.id, userId: req.user.id }, data: { url } });
  res.end();
});

app.post("/links/:id/seats", async (req, res) => { // silent: said at the update
  const link = await prisma.link.findUnique({ where: { id: req.params.id, userId: req.user.id } });
  const seats = link.seats - 1;
  await prisma.link.update({ where: { id: req.params.id, userId: req.user.id }, data: { seats } }); // expect: read-modify-write
  res.end();
});

app.post("/links/:id/title", async (req, res) => { // silent: the flag is written back as it was read
  const link = await prisma.link.findUnique({ where: { id: req.params.id, userId: req.user.id } });
  const read = { open: !!link.open, title: link.title };
  await prisma.link.update({ where: { id: req.params.id, userId: req.user.id }, data: { ...read, title: req.body.title } });
  res.end();
});
