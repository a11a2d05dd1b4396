import bcrypt from "bcryptjs";
import express from "express";
import { randomBytes } from "node:crypto";
import { PrismaClient } from "@prisma/client";
import mongoose from "mongoose";

const prisma = new PrismaClient();
const app = express();
const Member = mongoose.model("Member", new mongoose.Schema({ email: String, password: String }));

app.post("/users", async (req, res) => { // silent: somebody signs up
  const password = await bcrypt.hash(req.body.password, 10);
  res.json(await prisma.user.create({ data: { email: req.body.email, password } }));
});
app.get("/users/me", async (req, res) => { // silent: checked
  if (!req.user) return res.sendStatus(401);
  res.json(await prisma.user.findUnique({ where: { id: req.user.id } }));
});
app.post("/members", async (req, res) => { // silent: the model hashes the password that comes with the new row
  const { email, password } = req.body;
  res.json(await Member.create({ email, password }));
});
app.post("/members/abroad", async (req, res) => { // silent: the same, by what others call a password
  res.json(await prisma.user.create({ data: { email: req.body.email, senha: req.body.senha } }));
});
app.post("/members/new", async (req, res) => { // silent: the same, stored as a whole
  res.json(await new Member(req.body).save());
});
app.post("/account/forgotten", async (req, res) => { // silent: whoever has the address gets a one-time token
  const member = await Member.findOne({ email: req.body.email });
  if (!member) return res.sendStatus(204);
  member.resetToken = randomBytes(32).toString("hex");
  await member.save();
  res.sendStatus(204);
});
app.post("/members/import", async (req, res) => { // expect: missing-authentication
  res.json(await Member.create({ email: req.body.email, invitedBy: req.body.by }));
});
app.post("/contact", async (req, res) => { // silent: a form for visitors
  res.json(await prisma.contactMessage.create({ data: { email: req.body.email, text: req.body.text } }));
});
