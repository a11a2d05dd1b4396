// A version that is counted up, with a note of who changed the row last, is no part of the caller's own in it.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/offers", async (req, res) => {
  res.json(await prisma.offer.create({ data: { ownerId: req.user.id, price: 5 } }));
});

app.get("/offers", async (req, res) => {
  res.json(await prisma.offer.findMany({ where: { ownerId: req.user.id } }));
});

app.put("/offers/:id", async (req, res) => {
  const { id } = req.params;
  const data = { price: req.body.price, updatedBy: req.user.id, version: { increment: 1 } };
  res.json(await prisma.offer.update({ where: { id }, data })); // expect: unowned-object
});

app.post("/offers/:id/likes", async (req, res) => {
  const { id } = req.params;
  // silent: the caller's own part
  res.json(await prisma.offer.update({ where: { id }, data: { likes: { increment: 1 }, likedBy: { connect: { id: req.user.id } } } }));
});
