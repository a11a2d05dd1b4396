// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const mine = async (id, user) => {
  const stay = await prisma.stay.findFirst({ where: { id, guestId: user.id } });
  if (!stay) throw new Error("no such stay");
  return stay;
};
app.post("/stays/:id/move", async (req, res) => {
  await mine(req.params.id, req.user);
  const id = req.body.stayId ?? req.params.id;
  res.json(await prisma.stay.update({ where: { id }, data: { room: req.body.room } })); // expect: unowned-object
});
app.post("/stays/:id/extend", async (req, res) => {
  await mine(req.params.id, req.user);
  res.json(await prisma.stay.update({ where: { id: req.params.id }, data: { nights: req.body.nights } })); // silent: the very id was asked for
});
