import express from "express";
import session from "express-session";
import { PrismaClient } from "@prisma/client";
import { checkSignature } from "provider-of-ours";

const app = express();
const prisma = new PrismaClient();

app.post("/provider/webhook", async (req, res) => { // expect: webhook-without-dedupe
  const valid = await checkSignature(req.body, req.headers);
  if (!valid) return res.status(401).end();
  await prisma.shopper.update({ where: { id: req.body.shopper }, data: { points: { increment: 10 } } });
  res.end();
});
app.use(session({ secret: process.env.SESSION_SECRET! }));
app.post("/webhooks", async (req, res) => { // silent: a signed-in customer keeps a list of addresses
  if (!req.session.user) return res.status(401).end();
  await prisma.hook.create({ data: { user: req.session.user, url: req.body.url } });
  res.end();
});
