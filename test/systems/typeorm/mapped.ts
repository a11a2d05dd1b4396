import express from "express";
import { DataSource } from "typeorm";

const app = express();
const source = new DataSource({ type: "postgres" });
const guests = source.getRepository("guests");
const notes = source.getRepository("notes");

app.post("/notes", async (req, res) => {
  const all = await guests.find(); // effect: read postgres guests
  await notes.save(all.map((guest) => notes.create({ text: req.body.text, guest }))); // effect: write postgres notes, insert, unsafe
  await guests.save(all.map((guest) => ({ ...guest, told: true }))); // effect: write postgres guests
  res.end();
});
