import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();

const requireGuest = async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.GUEST_KEY);
  const guest = await prisma.guest.findUnique({ where: { id: claims.id } });
  if (!guest) return res.sendStatus(401);
  req.guest = guest;
  next();
};
const requireDesk = async (req, res, next) => {
  const claims = jwt.verify(req.headers.authorization, process.env.DESK_KEY);
  const clerk = await prisma.clerk.findUnique({ where: { id: claims.id } });
  if (!clerk) return res.sendStatus(401);
  next();
};

app.get("/stays", requireGuest, async (req, res) => {
  res.json(await prisma.stay.findMany({ where: { guestId: req.guest.id } }));
});

app.delete("/admin/rooms/:id", requireDesk, async (req, res) => { // silent: a login that guests cannot pass
  await prisma.room.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.get("/admin/profile", requireGuest, async (req, res) => { // silent: the caller's own row
  res.json(await prisma.guest.findUnique({ where: { id: req.guest.id } }));
});

app.delete("/admin/floors/:id", requireGuest, async (req, res) => { // expect: missing-role
  await prisma.floor.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
