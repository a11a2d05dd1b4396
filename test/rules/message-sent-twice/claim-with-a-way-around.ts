// A claim is asked for, and where the store of the claims fails the letter goes out all the same.
// file: package.json
{ "dependencies": { "express": "4", "ioredis": "5", "nodemailer": "6" } }
// file: src/index.ts
import express from "express";
import { Redis } from "ioredis";
import nodemailer from "nodemailer";

const app = express();
const redis = new Redis();
const mailer = nodemailer.createTransport({});

async function reserve(key) {
  try {
    const first = await redis.set(key, "1", "EX", 3600, "NX");
    return first ? { goesOut: true, key } : { goesOut: false };
  } catch (error) {
    console.error(error);
    return { goesOut: true };
  }
}

async function flagged(key) {
  try {
    const known = await redis.get(key);
    return known ? { goesOut: true, key } : { goesOut: false };
  } catch (error) {
    console.error(error);
    return { goesOut: true };
  }
}

async function once(key, send) {
  const reservation = await reserve(key);
  if (!reservation.goesOut) return;
  await send();
}

async function whereFlagged(key, send) {
  const reservation = await flagged(key);
  if (!reservation.goesOut) return;
  await send();
}

app.post("/orders/:id/receipt", requireUser, async (req, res) => {
  await once(`receipt:${req.params.id}`, () => mailer.sendMail({ to: req.user.email, subject: "Receipt" })); // silent: claimed, but where the store fails
  res.sendStatus(204);
});

app.post("/orders/:id/offer", requireUser, async (req, res) => {
  await whereFlagged(`offers:${req.params.id}`, () => mailer.sendMail({ to: req.user.email, subject: "Offer" })); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/orders/:id/invoice", requireUser, async (req, res) => {
  const reservation = await reserve(`invoice:${req.params.id}`);
  if (reservation.goesOut) {
    await mailer.sendMail({ to: req.user.email, subject: "Invoice" }); // silent: the same, on a way of its own
  }
  res.sendStatus(204);
});
