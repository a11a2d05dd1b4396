// file: service.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.post("/products/:id/reviews", signedIn, async (req, res) => {
  res.json(await prisma.productReview.create({ data: { authorId: req.user.id, productId: req.params.id, text: req.body.text } }));
});
app.get("/my/reviews", signedIn, async (req, res) => {
  res.json(await prisma.productReview.findMany({ where: { authorId: req.user.id } }));
});
app.get("/products/:id/reviews", async (req, res) => { // silent: reviews are written for others to read
  res.json(await prisma.productReview.findMany({ where: { productId: req.params.id } }));
});

app.post("/addresses", signedIn, async (req, res) => {
  res.json(await prisma.address.create({ data: { userId: req.user.id, street: req.body.street } }));
});
app.get("/addresses/:id", signedIn, async (req, res) => {
  const address = await prisma.address.findUnique({ where: { id: req.params.id } });
  if (!address || address.userId !== req.user.id) return res.sendStatus(404);
  res.json(address);
});
app.get("/my/addresses", signedIn, async (req, res) => {
  res.json(await prisma.address.findMany({ where: { userId: req.user.id } }));
});
app.get("/addresses", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.address.findMany());
});

app.post("/offers", signedIn, async (req, res) => {
  res.json(await prisma.offer.create({ data: { userId: req.user.id, title: req.body.title } }));
});
app.get("/my/offers", signedIn, async (req, res) => {
  res.json(await prisma.offer.findMany({ where: { userId: req.user.id } }));
});
app.get("/offers/:id", signedIn, async (req, res) => { // silent: whoever is signed in may look at an offer
  res.json(await prisma.offer.findUnique({ where: { id: req.params.id } }));
});
app.get("/offers", async (req, res) => { // silent: a page of what people offer
  res.json(await prisma.offer.findMany());
});

// file: shops.ts
import express from "express";
import { Schema, Types, model } from "mongoose";

const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));
const Shop = model("Shop", new Schema({ owner: Types.ObjectId, name: String, email: String, phone: String }));
const Patient = model("Patient", new Schema({ doctor: Types.ObjectId, name: String, email: String, phone: String }));

app.get("/my/shops", signedIn, async (req, res) => res.json(await Shop.find({ owner: req.user.id })));
app.get("/shops", async (req, res) => res.json(await Shop.find())); // silent: shops tell everybody how to reach them
app.get("/my/patients", signedIn, async (req, res) => res.json(await Patient.find({ doctor: req.user.id })));
app.get("/patients", async (req, res) => res.json(await Patient.find())); // expect: missing-authentication
