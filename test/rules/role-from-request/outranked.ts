import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
});

const RANKS = { guest: 0, helper: 1, warden: 2 };
const atLeast = (rank) => (req, res, next) => (RANKS[req.user.rank] < RANKS[rank] ? res.sendStatus(403) : next());
const Rank = z.object({ rank: z.enum(["guest", "helper", "warden"]) });
app.delete("/people/:id", atLeast("warden"), async (req, res) => {
  await prisma.person.delete({ where: { id: req.params.id } });
  res.end();
});
// Helpers are let in, and may make a warden of themselves.
app.patch("/people/:id", atLeast("helper"), async (req, res) => {
  const { rank } = Rank.parse(req.body);
  await prisma.person.update({ where: { id: req.params.id }, data: { rank } }); // expect: role-from-request
  res.end();
});
app.patch("/people/:id/low", atLeast("helper"), async (req, res) => {
  const { rank } = z.object({ rank: z.enum(["guest", "helper"]) }).parse(req.body);
  await prisma.person.update({ where: { id: req.params.id }, data: { rank } }); // silent: no more than they are
  res.end();
});
