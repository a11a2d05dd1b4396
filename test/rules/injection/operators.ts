// file: package.json
{ "dependencies": { "express": "^5.0.0", "mongoose": "^8.0.0" } }
// file: src/app.ts
import express from "express";
import mongoose from "mongoose";
import { MongoClient, ObjectId } from "mongodb";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const app = express();
const User = mongoose.model("User", new mongoose.Schema({ email: String, resetToken: String, age: Number }));
const db = new MongoClient("").db("shop");
const prisma = new PrismaClient();

app.post("/login", async (req, res) => {
  const { email, password } = req.body;
  if (!email || !password) return res.sendStatus(400);
  const user = await User.findOne({ email }); // expect: injection
  //                 ^^^^^^^^^^^^ finds rows of User by "email" of the request in User.findOne as it was sent
  res.json({ ok: await user.matches(password) });
});
app.post("/reset", async (req, res) => {
  res.json(await User.findOne({ $and: [{ resetToken: req.body.token }, { age: { $gt: 5 } }] })); // expect: injection
});
app.post("/remove", async (req, res) => {
  await db.collection("notes").deleteMany({ owner: "me", label: req.body.label }); // expect: injection
  res.sendStatus(204);
});
app.post("/by-id", async (req, res) => {
  res.json(await User.findById(req.body.id)); // expect: injection
});
app.post("/search", async (req, res) => {
  res.json(await User.find(req.body.filter)); // expect: injection
});
app.post("/prisma", async (req, res) => {
  res.json(await prisma.invite.findFirst({ where: { token: req.body.token } })); // expect: injection
});
app.post("/prisma/many", async (req, res) => {
  res.json(await prisma.note.deleteMany({ where: { id: req.body.id, ownerId: req.user.id } })); // expect: injection
});

app.post("/equal", async (req, res) => {
  res.json(await User.findOne({ resetToken: { $eq: req.body.token } })); // silent: compared as a value
});
app.post("/string", async (req, res) => {
  res.json(await User.findOne({ resetToken: String(req.body.token) })); // silent: a text
});
app.post("/template", async (req, res) => {
  res.json(await User.findOne({ resetToken: `${req.body.token}` })); // silent: a text
});
app.post("/lower", async (req, res) => {
  res.json(await User.findOne({ email: req.body.email.toLowerCase() })); // silent: only a text has the method
});
app.post("/number", async (req, res) => {
  res.json(await User.findOne({ age: Number(req.body.age) })); // silent: a number
});
app.post("/plus", async (req, res) => {
  res.json(await User.findOne({ age: +req.body.age })); // silent: a number
});
app.post("/id", async (req, res) => {
  res.json(await db.collection("users").findOne({ _id: new ObjectId(req.body.id) })); // silent: an id
});
app.post("/typed", async (req, res) => {
  if (typeof req.body.email !== "string") return res.sendStatus(400);
  res.json(await User.findOne({ email: req.body.email })); // silent: a text
});
app.post("/parsed", async (req, res) => {
  const { email } = z.object({ email: z.string() }).parse(req.body);
  res.json(await User.findOne({ email })); // silent: a schema read it
});
app.get("/users/:id", async (req, res) => {
  res.json(await User.findById(req.params.id)); // silent: parts of an address are texts
});
app.get("/users", async (req, res) => {
  res.json(await User.find({ email: req.query.email })); // silent: Express 5 reads an address into texts
});
app.post("/in", async (req, res) => {
  res.json(await User.find({ email: { $in: req.body.emails } })); // silent: a list of values
});
app.post("/bytes", async (req, res) => {
  const sent = JSON.parse(req.body.credential);
  const credential = Buffer.from(sent.id, "base64url");
  res.json(await User.findOne({ credential })); // silent: bytes are no object of operators
});
app.post("/json", async (req, res) => {
  const sent = JSON.parse(req.body.json);
  res.json(await User.findOne({ email: sent.email })); // expect: injection
});
app.post("/unique", async (req, res) => {
  res.json(await prisma.invite.findUnique({ where: { token: req.body.token } })); // silent: a unique key takes no filter
});
app.post("/equals", async (req, res) => {
  res.json(await prisma.invite.findFirst({ where: { token: { equals: req.body.token } } })); // silent: compared as a value
});
app.post("/list", async (req, res) => {
  res.json(await prisma.note.findMany({ where: { label: req.body.label, ownerId: req.user.id } })); // silent: it widens the caller's own list
});
