// Who wants letters leaves an address, and shows the key that was sent there to end them.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";
import Stripe from "stripe";
import { Resend } from "resend";

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const resend = new Resend(process.env.RESEND_KEY);
const app = express();

app.post("/join", async (req, res) => { // silent: a list for visitors
  await prisma.emailList.create({ data: { email: req.body.email, key: crypto.randomUUID() } });
  res.end();
});

app.get("/leave", async (req, res) => { // silent: the key is the credential
  await prisma.emailList.updateMany({ where: { email: String(req.query.email), key: String(req.query.key) }, data: { left: true } });
  res.end();
});

app.post("/paid", async (req, res) => { // silent: the mail goes to whom the provider names
  const session = await stripe.checkout.sessions.retrieve(req.body.session);
  await resend.emails.send({ from: "shop@example.org", to: session.customer_details!.email!, subject: "Thanks", text: "Thanks" });
  res.end();
});

app.post("/sweep", async (req, res) => { // silent: what has run out is cleared away
  await prisma.hold.deleteMany({ where: { until: { lt: new Date() } } });
  res.end();
});

app.post("/tell", async (req, res) => { // expect: missing-authentication
  await resend.emails.send({ from: "shop@example.org", to: req.body.to, subject: "Hello", text: req.body.text });
  res.end();
});

app.delete("/holds/:id", async (req, res) => {
  try {
    jwt.verify(req.headers.authorization!, process.env.TOKEN_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  await prisma.hold.delete({ where: { id: req.params.id } });
  res.end();
});
