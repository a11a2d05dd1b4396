// A row is stored under an id that the client sends, with the caller as its owner: where it is there already, it is taken.
import { currentUser } from "@clerk/nextjs/server";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.put("/addresses", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.sendStatus(401);
  const data = { street: req.body.street, userId: user.id };
  res.json(await prisma.address.upsert({ where: { id: req.body.id }, update: data, create: data })); // expect: unowned-object
});

app.put("/reviews/:productId", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.sendStatus(401);
  const { productId } = req.params;
  const before = await prisma.review.findFirst({ where: { productId, userId: user.id } });
  const id = before ? before.id : req.body.id;
  const data = { text: req.body.text, productId, userId: user.id };
  res.json(await prisma.review.upsert({ where: { id }, update: data, create: data })); // expect: unowned-object
});

app.put("/ratings/:productId", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.sendStatus(401);
  const { productId } = req.params;
  const data = { stars: req.body.stars, productId, userId: user.id };
  const where = { userId_productId: { userId: user.id, productId } };
  res.json(await prisma.rating.upsert({ where, update: data, create: data })); // silent: the caller's own
});

app.put("/notes", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.sendStatus(401);
  const there = await prisma.note.findUnique({ where: { id: req.body.id } });
  if (there && there.userId !== user.id) return res.sendStatus(404);
  const data = { text: req.body.text, userId: user.id };
  res.json(await prisma.note.upsert({ where: { id: req.body.id }, update: data, create: data })); // silent: compared
});
