// Whoever reads devices is shown their own; one list of them forgot the condition.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/devices", async (req, res) => {
  res.json(await prisma.device.create({ data: { ownerId: req.user.id, name: req.body.name } }));
});
app.get("/devices", async (req, res) => {
  res.json(await prisma.device.findMany({ where: { ownerId: req.user.id } }));
});
app.get("/devices/blocked", async (req, res) => {
  res.json(await prisma.device.findMany({ where: { ownerId: req.user.id, isBlocked: true } }));
});
app.get("/devices/trusted", async (req, res) => { // expect: missing-role
  res.json(await prisma.device.findMany({ where: { isTrusted: true } }));
});

// silent: one page of one's own beside one for all
app.get("/songs", async (req, res) => res.json(await prisma.song.findMany()));
app.get("/songs/mine", async (req, res) => {
  res.json(await prisma.song.findMany({ where: { singerId: req.user.id } }));
});

app.listen(3000);
