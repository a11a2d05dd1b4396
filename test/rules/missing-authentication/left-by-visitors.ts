import { PrismaClient } from "@prisma/client";
import cookieParser from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();
app.use(cookieParser());
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

// Two forms of the site leave a card; the team reads them.
app.post("/ask/repair", async (req, res) => { // silent: left for others to read
  await prisma.card.create({ data: { phone: req.body.phone, about: "repair" } });
  res.sendStatus(201);
});
app.post("/ask/price", async (req, res) => { // silent: left for others to read
  await prisma.card.create({ data: { phone: req.body.phone, about: "price" } });
  res.sendStatus(201);
});
app.get("/cards", signedIn, async (_req, res) => {
  res.json(await prisma.card.findMany());
});
app.delete("/cards/:id/done", async (req, res) => { // expect: missing-authentication
  await prisma.card.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// A basket is found by a cookie, whoever has it.
app.post("/basket/lines", async (req, res) => { // silent: the visitor's own
  const basket = await prisma.basket.findUnique({ where: { id: req.cookies.basket } });
  res.json(await prisma.basket.update({ where: { id: req.cookies.basket }, data: { lines: [...basket.lines, req.body] } }));
});
app.delete("/basket", async (req, res) => { // silent: the visitor's own
  await prisma.basket.delete({ where: { id: req.cookies.basket } });
  res.sendStatus(204);
});

// Guests order too; whoever is signed in is noted.
const whoever = (req) => (req.cookies.login ? jwt.verify(req.cookies.login, process.env.LOGIN_KEY) : undefined);
app.post("/purchases", async (req, res) => { // silent: guests are meant to come
  const buyer = whoever(req);
  res.json(await prisma.purchase.create({ data: { buyerId: buyer?.id, mail: req.body.mail } }));
});

// What is shown is made where it is not there yet.
app.get("/pages/prices", async (_req, res) => { // silent: nothing of the request is stored
  res.json(await prisma.page.upsert({ where: { slug: "prices" }, create: { slug: "prices" }, update: {} }));
});

app.post("/talks", async (req, res) => { // silent: whoever starts one gets its key
  const talk = await prisma.talk.create({ data: { topic: req.body.topic, accessKey: crypto.randomUUID() } });
  res.json({ accessKey: talk.accessKey });
});
app.post("/u/:mailToken", async (req, res) => { // silent: the token of the mail is the credential
  await prisma.reader.updateMany({ where: { mailToken: req.params.mailToken }, data: { wantsMail: false } });
  res.sendStatus(204);
});
