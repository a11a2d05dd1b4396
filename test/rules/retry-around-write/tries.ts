// file: src/retry.ts
export async function withRetry<T>(work: () => Promise<T>, tries = 3): Promise<T> {
  let last: unknown;
  for (let attempt = 0; attempt < tries; attempt++) {
    try {
      return await work();
    } catch (error) {
      last = error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw last;
}
export async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return await work();
  }
}
// file: src/app.ts
import axios from "axios";
import express from "express";
import nodemailer from "nodemailer";
import pRetry from "p-retry";
import Stripe from "stripe";
import { PrismaClient } from "@prisma/client";
import { twice, withRetry } from "./retry.ts";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.post("/pay", async (req, res) => {
  await pRetry(() => stripe.paymentIntents.create({ amount: 500, currency: "eur" }), { retries: 3 }); // expect: retry-around-write
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ PRetry charges again
  res.end();
});
app.post("/pay/keyed", async (req, res) => { // silent: every try has the same key
  const key = { idempotencyKey: req.get("Idempotency-Key")! };
  await pRetry(() => stripe.paymentIntents.create({ amount: 500, currency: "eur" }, key), { retries: 3 });
  res.end();
});
app.post("/mail", async (req, res) => {
  await withRetry(() => mailer.sendMail({ to: req.body.email, text: "Thank you" })); // expect: retry-around-write
  res.end();
});
app.post("/mail/twice", async (req, res) => {
  await twice(() => mailer.sendMail({ to: req.body.email, text: "Thank you" })); // expect: retry-around-write
  res.end();
});
app.post("/partners", async (req, res) => {
  await withRetry(() => axios.post("https://partner.example.com/orders", { id: req.body.id })); // expect: retry-around-write
  res.end();
});
app.get("/partners", async (req, res) => { // silent: it only reads
  res.json(await withRetry(() => axios.get("https://partner.example.com/orders")));
});
app.post("/names", async (req, res) => { // silent: only a taken name is tried again
  for (;;) {
    try {
      const team = await prisma.team.create({ data: { name: `${req.body.name}-${Math.random()}` } });
      return res.json(team);
    } catch (error) {
      if (error.code !== "P2002") throw error;
    }
  }
});
app.post("/all", async (req, res) => { // silent: one after the other, each once
  for (const email of req.body.emails) {
    try {
      await mailer.sendMail({ to: email, text: "Thank you" });
    } catch (error) {
      console.error(error);
    }
  }
  res.end();
});
app.put("/state", async (req, res) => { // silent: the same values again
  await withRetry(() => prisma.team.update({ where: { id: req.body.id }, data: { name: req.body.name } }));
  res.end();
});
app.post("/quota", async (req, res) => { // silent: it is given back, whatever failed
  const giveBack = () => prisma.quota.updateMany({ where: { who: req.body.who }, data: { used: { decrement: 1 } } });
  try {
    await prisma.poem.create({ data: { text: req.body.text } });
    if (req.body.text === "") await giveBack();
  } catch {
    await giveBack();
  }
  res.end();
});
