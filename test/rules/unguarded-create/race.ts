// file: src/models.ts
import mongoose from "mongoose";

const customerSchema = new mongoose.Schema({ email: String, name: String });
export const Customer = mongoose.model("Customer", customerSchema);
const readerSchema = new mongoose.Schema({ email: { type: String, unique: true }, name: String });
export const Reader = mongoose.model("Reader", readerSchema);
// file: src/app.ts
import express from "express";
import { Customer, Reader } from "./models.ts";

const app = express();

app.post("/customers", async (req, res) => {
  const known = await Customer.findOne({ email: req.body.email });
  if (known) return res.status(409).end();
  await Customer.create({ email: req.body.email, name: req.body.name }); // expect: unguarded-create
  // ~ two requests at once
  res.status(201).end();
});
app.post("/readers", async (req, res) => { // silent: the key refuses the second one
  const known = await Reader.findOne({ email: req.body.email });
  if (known) return res.status(409).end();
  await Reader.create({ email: req.body.email, name: req.body.name });
  res.status(201).end();
});
