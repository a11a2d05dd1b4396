// A token for a single use is looked up, lets somebody in, and is as good as before.
// file: package.json
{ "dependencies": { "express": "4", "@prisma/client": "6", "bcrypt": "5", "jsonwebtoken": "9" } }
// file: prisma/schema.prisma
model Person {
  id         String    @id
  email      String    @unique
  password   String
  resetToken String?   @unique
  resetUntil DateTime?
  apiToken   String?   @unique
  verified   Boolean
}
model MagicLink {
  id       String    @id
  token    String    @unique
  personId String
  usedAt   DateTime?
}
// file: src/server.ts
import { createHash } from "node:crypto";
import { PrismaClient } from "@prisma/client";
import bcrypt from "bcrypt";
import express from "express";
import jwt from "jsonwebtoken";
import { spend } from "./elsewhere";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.post("/password/kept", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.body.token } }); // expect: reusable-token
  //                   ^^^^^^^^^^^^^^^^^^^^^^^ POST /password/kept sets the password by a token that still works afterwards
  if (!person) return res.sendStatus(400);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: person.id }, data: { password } });
  res.sendStatus(204);
});

app.post("/password/emptied", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.body.token } }); // silent: it is emptied
  if (!person) return res.sendStatus(400);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: person.id }, data: { password, resetToken: null } });
  res.sendStatus(204);
});

app.post("/password/over", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.body.token, resetUntil: { gt: new Date() } } }); // silent: it has run out
  if (!person) return res.sendStatus(400);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: person.id }, data: { password, resetUntil: new Date() } });
  res.sendStatus(204);
});

app.post("/password/spread", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.body.token } }); // silent: nobody knows what else is set
  if (!person) return res.sendStatus(400);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: person.id }, data: { password, ...spend(person.id) } });
  res.sendStatus(204);
});

app.post("/password/handed", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.body.token } }); // silent: what is done with it cannot be read
  if (!person) return res.sendStatus(400);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: person.id }, data: { password } });
  await spend(person);
  res.sendStatus(204);
});

app.get("/links/:token", async (req, res) => {
  const hash = createHash("sha256").update(req.params.token).digest("hex");
  const link = await prisma.magicLink.findUnique({ where: { token: hash } }); // expect: reusable-token
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ signs somebody in by a token that still works afterwards
  if (!link) return res.sendStatus(404);
  res.json({ session: jwt.sign({ sub: link.personId }, process.env.KEY) });
});

app.get("/links/:token/kept", async (req, res) => {
  const link = await prisma.magicLink.findUnique({ where: { token: req.params.token } }); // expect: reusable-token
  if (!link) return res.sendStatus(404);
  const session = jwt.sign({ sub: link.personId }, process.env.KEY);
  await prisma.person.update({ where: { id: link.personId }, data: { apiToken: session } });
  res.cookie("session", session, { httpOnly: true });
  res.redirect("/");
});

app.get("/links/:token/marked", async (req, res) => {
  const link = await prisma.magicLink.findUnique({ where: { token: req.params.token } }); // silent: marked as used
  if (!link || link.usedAt) return res.sendStatus(404);
  await prisma.magicLink.update({ where: { id: link.id }, data: { usedAt: new Date() } });
  res.json({ session: jwt.sign({ sub: link.personId }, process.env.KEY) });
});

app.get("/links/:token/removed", async (req, res) => {
  const link = await prisma.magicLink.findUnique({ where: { token: req.params.token } }); // silent: gone afterwards
  if (!link) return res.sendStatus(404);
  await prisma.magicLink.delete({ where: { id: link.id } });
  res.json({ session: jwt.sign({ sub: link.personId }, process.env.KEY) });
});

app.get("/verified/:token", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { resetToken: req.params.token } }); // silent: nobody is let in
  if (!person) return res.sendStatus(404);
  await prisma.person.update({ where: { id: person.id }, data: { verified: true } });
  res.sendStatus(204);
});

app.post("/sessions/by-key", async (req, res) => {
  const person = await prisma.person.findFirst({ where: { apiToken: req.body.token } }); // silent: a key is for many times
  if (!person) return res.sendStatus(401);
  res.json({ session: jwt.sign({ sub: person.id }, process.env.KEY) });
});

app.put("/me/password", async (req, res) => {
  const { sub } = jwt.verify(req.cookies.session, process.env.KEY);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.person.update({ where: { id: sub }, data: { password } }); // silent: no token of the kind
  res.sendStatus(204);
});
