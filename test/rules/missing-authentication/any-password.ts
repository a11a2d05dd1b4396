import { PrismaClient } from "@prisma/client";
import bcrypt from "bcrypt";
import express from "express";

const app = express();
const prisma = new PrismaClient();

app.get("/me", (req, res) => (req.user ? res.json(req.user) : res.sendStatus(401)));

// Called like a way in, but whoever knows an address sets its password.
app.post("/reset-password", async (req, res) => { // expect: missing-authentication
  const { email, password } = req.body;
  const account = await prisma.account.findUnique({ where: { email } });
  if (!account) return res.sendStatus(404);
  await prisma.account.update({ where: { email }, data: { password: await bcrypt.hash(password, 12) } });
  res.sendStatus(204);
});

app.post("/password-reset/by-token", async (req, res) => { // silent: the token is the credential
  const account = await prisma.account.findFirst({ where: { resetToken: req.body.token } });
  if (!account) return res.sendStatus(404);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.account.update({ where: { id: account.id }, data: { password } });
  res.sendStatus(204);
});

app.post("/password-reset/by-code", async (req, res) => { // silent: a stored code is compared
  const { email, code, password } = req.body;
  const account = await prisma.account.findUnique({ where: { email } });
  if (account?.mailed !== code) return res.sendStatus(403);
  await prisma.account.update({ where: { email }, data: { password: await bcrypt.hash(password, 12) } });
  res.sendStatus(204);
});

app.post("/password-reset/after-code", async (req, res) => { // silent: the account says that the code was right
  const account = await prisma.account.findUnique({ where: { email: req.body.email } });
  if (!account?.mayReset) return res.sendStatus(403);
  const password = await bcrypt.hash(req.body.password, 12);
  await prisma.account.update({ where: { email: req.body.email }, data: { password } });
  res.sendStatus(204);
});
