import { PrismaClient } from "@prisma/client";
import express from "express";
import { FieldValue, getFirestore } from "firebase-admin/firestore";
import jwt from "jsonwebtoken";
import knex from "knex";
import mongoose from "mongoose";

const app = express();
const prisma = new PrismaClient();
const store = getFirestore();
const db = knex({ client: "pg" });
const Recipe = mongoose.model("Recipe", new mongoose.Schema({ fans: [String] }));

app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET as string);
  next();
});

// What is stored says which of the two undoes the other.
app.post("/recipes/:id/like", async (req, res) => {
  const recipe = await Recipe.findById(req.params.id);
  if (recipe.fans.includes(req.user.id)) {
    await Recipe.updateOne({ _id: req.params.id }, { $pull: { fans: req.user.id } });
  } else {
    await Recipe.updateOne({ _id: req.params.id }, { $addToSet: { fans: req.user.id } }); // expect: unguarded-increment
  }
  res.end();
});
app.post("/recipes/:id/praise", async (req, res) => {
  const recipe = await Recipe.findById(req.params.id);
  const operator = recipe.fans.includes(req.user.id) ? "$pull" : "$addToSet";
  await Recipe.findByIdAndUpdate(req.params.id, { [operator]: { fans: req.user.id } }); // expect: unguarded-increment
  res.end();
});
app.post("/shops/:id/follow", async (req, res) => {
  const follows = await prisma.guest.findUnique({ where: { id: req.user.id, followed: { some: { id: req.params.id } } } });
  if (follows) {
    await prisma.shop.update({ where: { id: req.params.id }, data: { fans: { disconnect: { id: req.user.id } } } });
    return res.end();
  }
  await prisma.shop.update({ where: { id: req.params.id }, data: { fans: { connect: { id: req.user.id } } } }); // expect: unguarded-increment
  res.end();
});
app.post("/walks/:id/like", async (req, res) => {
  const walk = await store.collection("walks").doc(req.params.id).get();
  if (walk.data()?.fans.includes(req.user.id)) {
    await store.collection("walks").doc(req.params.id).update({ fans: FieldValue.arrayRemove(req.user.id) });
  } else {
    await store.collection("walks").doc(req.params.id).update({ fans: FieldValue.arrayUnion(req.user.id) }); // expect: unguarded-increment
  }
  res.end();
});
app.post("/recipes/:id/fans", async (req, res) => { // silent: whoever asks says which
  if (req.body.like) await Recipe.updateOne({ _id: req.params.id }, { $addToSet: { fans: req.user.id } });
  else await Recipe.updateOne({ _id: req.params.id }, { $pull: { fans: req.user.id } });
  res.end();
});
app.post("/shops/:id/members", async (req, res) => { // silent: added where it is missing, and nothing else
  const there = await prisma.guest.findUnique({ where: { id: req.user.id, followed: { some: { id: req.params.id } } } });
  if (!there) await prisma.shop.update({ where: { id: req.params.id }, data: { fans: { connect: { id: req.user.id } } } });
  res.end();
});
app.put("/shops/:id", async (req, res) => { // silent: both ways write the same columns, whichever those are
  const key = { id: req.params.id };
  if (process.env.QUICK) await db("shops").where(key).update({ ...req.body.shop });
  else await db("shops").where(key).update({ ...req.body.shop }).returning("*");
  res.end();
});
