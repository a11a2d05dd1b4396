// file: src/models.ts
import mongoose, { model, models, Schema } from "mongoose";

const guestSchema = new Schema({ until: Date, likes: [String] });
const stampSchema = new Schema({ card: String, event: { type: String, unique: true } });

const get = (name: string, schema: Schema) => models[name] ?? model(name, schema);

export const Guest = get("Guest", guestSchema);
export const Stamp = models.Stamp || mongoose.model("Stamp", stampSchema);
export const Table = models.Table ? models.Table : model("Table", new Schema({ taken: Number, open: Boolean }));
// file: src/app.ts
import { addDays } from "date-fns";
import express from "express";
import { Guest, Stamp, Table } from "./models.ts";

const app = express();

app.post("/guests/:id/pause", async (req, res) => {
  const guest = await Guest.findById(req.params.id);
  guest.until = addDays(guest.until, 7);
  await guest.save(); // expect: unguarded-increment
  res.end();
});
app.post("/guests/:id/like", async (req, res) => {
  const guest = await Guest.findById(req.params.id);
  const has = guest.likes.includes(req.body.dish);
  await guest.updateOne(has ? { $pull: { likes: req.body.dish } } : { $addToSet: { likes: req.body.dish } }); // expect: unguarded-increment
  res.end();
});
app.post("/stamps", async (req, res) => {
  await Stamp.create([{ card: req.body.card, event: req.body.event }]);
  await Table.updateOne({ _id: req.body.table }, { $inc: { taken: 1 } }); // silent: the stamp's event is unique, and stands first
  res.end();
});
app.post("/tables/:id/leave", async (req, res) => {
  const { deletedCount } = await Stamp.deleteOne({ card: req.body.card });
  if (deletedCount === 1) await Table.updateOne({ _id: req.params.id }, { $inc: { taken: -1 } }); // silent: only whoever deleted it
  res.end();
});
app.post("/tables/:id/close", async (req, res) => {
  await Table.updateOne({ _id: req.params.id, open: true }, { $set: { open: false }, $inc: { taken: -1 } }); // silent: it is not open a second time
  await Table.updateOne({ _id: req.params.id, open: true }, { $inc: { taken: -1 } }); // expect: unguarded-increment
  res.end();
});
