// file: src/app.ts
import express from "express";
import { body } from "express-validator";
import mongoose from "mongoose";
import { Pool } from "pg";

const pool = new Pool();
const Person = mongoose.model("Person", new mongoose.Schema({ name: String, bio: String, level: String }));
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const ALLOWED = ["name", "bio"];

app.put("/me", async (req, res) => {
  const wanted = { ...req.body };
  if (typeof wanted.address === "string") wanted.address = { street: wanted.address };
  const person = await Person.findById(req.user.id);
  Object.keys(wanted).forEach((key) => {
    if (key !== "password") person[key] = wanted[key];
  });
  await person.save(); // expect: mass-assignment
  res.json(person);
});
app.put("/me/entries", async (req, res) => {
  const person = await Person.findById(req.user.id);
  for (const [key, value] of Object.entries(req.body)) person[key] = value;
  await person.save(); // expect: mass-assignment
  res.json(person);
});
app.put("/me/listed", async (req, res) => {
  const person = await Person.findById(req.user.id);
  for (const key of Object.keys(req.body)) {
    if (!ALLOWED.includes(key)) continue;
    person[key] = req.body[key];
  }
  await person.save(); // silent: only keys of a list
  res.json(person);
});
app.put("/me/inside", async (req, res) => {
  const person = await Person.findById(req.user.id);
  for (const key of Object.keys(req.body)) {
    if (ALLOWED.includes(key)) person[key] = req.body[key];
  }
  await person.save(); // silent: only keys of a list
  res.json(person);
});
app.put("/me/filtered", async (req, res) => {
  const person = await Person.findById(req.user.id);
  Object.keys(req.body)
    .filter((key) => ALLOWED.includes(key))
    .forEach((key) => {
      person[key] = req.body[key];
    });
  await person.save(); // silent: only keys of a list
  res.json(person);
});
app.put("/me/fixed", async (req, res) => {
  const person = await Person.findById(req.user.id);
  for (const key of ALLOWED) person[key] = req.body[key];
  await person.save(); // silent: the list is the code's own
  res.json(person);
});
app.patch("/company", async (req, res) => {
  const columns = Object.keys(req.body).filter((column) => /^[a-z_]+$/.test(column));
  const sets = columns.map((column, index) => `${column} = $${index + 2}`).join(", ");
  await pool.query(`UPDATE companies SET ${sets} WHERE id = $1`, [req.user.companyId, ...columns.map((column) => req.body[column])]); // expect: mass-assignment
  res.end();
});
app.patch("/company/listed", async (req, res) => {
  const columns = Object.keys(req.body).filter((column) => ALLOWED.includes(column));
  const sets = columns.map((column, index) => `${column} = $${index + 2}`).join(", ");
  await pool.query(`UPDATE companies SET ${sets} WHERE id = $1`, [req.user.companyId, ...columns.map((column) => req.body[column])]); // silent: only columns of a list
  res.end();
});
app.post("/people", body("name").isString(), async (req, res) => {
  res.json(await Person.create(req.body)); // expect: mass-assignment
});
