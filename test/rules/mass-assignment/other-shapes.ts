import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import mysql from "mysql2/promise";

const pool = mysql.createPool(process.env["DATABASE_URL"] as string);
const Profile = mongoose.model(
  "Profile",
  new mongoose.Schema({ owner: String, name: String, city: String, balance: Number }),
);
const app = express();
app.use(express.json());
const SAFE = ["name", "city"];

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};
app.use(signedIn);

app.put("/text", async (req, res) => {
  const changes = JSON.parse(req.body.changes);
  changes.owner = req.user.id;
  await Profile.create(changes); // expect: mass-assignment
  res.end();
});

app.put("/pairs", async (req, res) => {
  const changes = Object.fromEntries(Object.entries(req.body).filter(([, value]) => value !== undefined));
  await Profile.updateOne({ owner: req.user.id }, changes); // expect: mass-assignment
  res.end();
});

app.put("/pairs/listed", async (req, res) => {
  const changes = Object.fromEntries(Object.entries(req.body).filter(([key]) => SAFE.includes(key)));
  await Profile.updateOne({ owner: req.user.id }, changes); // silent: a list says which
  res.end();
});

app.put("/folded", async (req, res) => {
  const changes = Object.keys(req.body).reduce((kept, key) => {
    if (req.body[key]) kept[key] = req.body[key];
    return kept;
  }, {});
  await Profile.updateOne({ owner: req.user.id }, changes); // expect: mass-assignment
  res.end();
});

app.put("/loop", async (req, res) => {
  const changes = {};
  for (const key in req.body) changes[key] = req.body[key];
  await Profile.updateOne({ owner: req.user.id }, { $set: changes }); // expect: mass-assignment
  res.end();
});

app.put("/loop/listed", async (req, res) => {
  const changes = {};
  for (const key of SAFE) if (key in req.body) changes[key] = req.body[key];
  await Profile.updateOne({ owner: req.user.id }, { $set: changes }); // silent: a list says which
  res.end();
});

app.put("/row", async (req, res) => {
  const profile = await Profile.findOne({ owner: req.user.id });
  profile.set(req.body);
  await profile.save(); // expect: mass-assignment
  res.end();
});

app.put("/row/loop", async (req, res) => {
  const profile = await Profile.findOne({ owner: req.user.id });
  for (const key in req.body) profile[key] = req.body[key];
  await profile.save(); // expect: mass-assignment
  res.end();
});

app.post("/sql", async (req, res) => {
  await pool.query("INSERT INTO profiles SET ?", req.body); // expect: mass-assignment
  res.end();
});

app.patch("/fields", async (req, res) => {
  const changes: Record<string, unknown> = {};
  if (req.body.name) changes.name = req.body.name;
  if (req.body.city) changes.city = req.body.city;
  await Profile.updateOne({ owner: req.user.id }, changes); // silent: two fields by name
  res.end();
});
