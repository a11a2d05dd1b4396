// Middleware with several ways on: some are open by a setting, some refuse for how often, some for who is calling.
import { appendFileSync } from "node:fs";
import { PrismaClient } from "@prisma/client";
import express from "express";
import createError from "http-errors";
import jwt from "jsonwebtoken";
import { createClient } from "redis";

const app = express();
const prisma = new PrismaClient();
const redis = createClient();

app.use((req, _res, next) => {
  appendFileSync("requests.log", `${req.method} ${req.url} ${req.query.from}\n`);
  next();
});

const limited = async (req, res, next) => {
  if (!process.env.COUNTS) return next();
  const count = Number(await redis.get(`seen ${req.get("x-forwarded-for")}`));
  if (count > 30) return res.status(429).json({ error: "slow down" });
  next();
};
const once = async (req, res, next) => {
  if (!req.get("idempotency-key")) return next();
  if (!redis) throw new Error("start the store first");
  const before = await redis.get(req.get("idempotency-key"));
  if (before && before !== req.url) return res.status(422).json({ error: "other request" });
  if (before) return res.json(JSON.parse(before));
  next();
};
const signedIn = async (req, res, next) => {
  if (process.env.LOGIN === "off") return next();
  try {
    req.account = jwt.verify(req.get("authorization"), process.env.LOGIN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
};
const mayEnter = (req, _res, next) => {
  if (req.caretaker) return next();
  const doors = req.doorsOfAccount.map((door) => door.code);
  if (doors.includes(req.originalUrl.split("/")[1])) {
    return next();
  } else {
    return next(createError(403));
  }
};

app.delete("/ladders/:id", limited, async (req, res) => { // expect: missing-authentication
  await prisma.ladder.delete({ where: { id: req.params.id } });
  res.end();
});
app.delete("/ropes/:id", once, async (req, res) => { // expect: missing-authentication
  await prisma.rope.delete({ where: { id: req.params.id } });
  res.end();
});
app.delete("/hooks-in-walls/:id", limited, signedIn, async (req, res) => { // silent: without the setting, nobody passes
  await prisma.hook.delete({ where: { id: req.params.id } });
  res.end();
});
app.delete("/doors/:id", mayEnter, async (req, res) => { // silent: what was left on the request decides
  await prisma.door.delete({ where: { id: req.params.id } });
  res.end();
});
app.get("/crest", async (req, res) => { // silent: how long it took is a trail, also in a schema of its own
  await prisma.$executeRaw`insert into office.performances (path) values (${req.query.path})`;
  res.sendFile("crest.svg");
});
