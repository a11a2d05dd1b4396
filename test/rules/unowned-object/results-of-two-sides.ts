// What `fp-ts` and `neverthrow` give says on which side it stands: the check in the function counts, and a parse is none.
import express from "express";
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { ok, err } from "neverthrow";
import mongoose from "mongoose";
import jwt from "jsonwebtoken";
const Boat = mongoose.model("Boat", new mongoose.Schema({ keeper: String, name: String }));
const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization!, process.env.SECRET!);
    next();
  } catch {
    res.status(401).end();
  }
});

app.get("/boats", async (req: any, res) => res.json(await Boat.find({ keeper: req.user.id })));
app.delete("/boats/:id/own", async (req: any, res) => { await Boat.deleteOne({ _id: req.params.id, keeper: req.user.id }); res.end(); });
const parse = (text: string) => { try { return E.right(JSON.parse(text)); } catch { return E.left("invalid"); } };
async function ownBoat(id: string, user: any) {
  const boat = await Boat.findById(id);
  if (!boat || boat.keeper !== user.id) return E.left("not found");
  return E.right(boat);
}
async function berthOf(id: string, user: any) {
  const boat = await Boat.findById(id);
  if (!boat || boat.keeper !== user.id) return err("not found");
  return ok(boat);
}
async function ownedBy(id: string, user: any) {
  const boat = await Boat.findById(id);
  if (!boat || boat.keeper !== user.id) return O.none;
  return O.some(boat);
}
async function anyBoat(id: string) {
  const boat = await Boat.findById(id); // expect: unowned-object
  return boat ? ok(boat) : err("gone");
}
app.put("/boats/:id", async (req: any, res) => {
  const given = parse(req.body.text);
  if (E.isLeft(given)) return res.status(400).end();
  await Boat.updateOne({ _id: req.params.id }, given.right); // expect: unowned-object
  res.end();
});
app.put("/boats/:id/a", async (req: any, res) => {
  const found = await ownBoat(req.params.id, req.user);
  if (E.isLeft(found)) return res.status(404).end();
  await Boat.updateOne({ _id: req.params.id }, { name: req.body.name });
  res.end();
});
app.put("/boats/:id/b", async (req: any, res) => {
  const found = await berthOf(req.params.id, req.user);
  if (found.isErr()) return res.status(404).end();
  await Boat.updateOne({ _id: found.value.id }, { name: req.body.name });
  res.end();
});
app.put("/boats/:id/c", async (req: any, res) => {
  const found = await ownedBy(req.params.id, req.user);
  if (O.isNone(found)) return res.status(404).end();
  await Boat.updateOne({ _id: req.params.id }, { name: req.body.name });
  res.end();
});
app.put("/boats/:id/d", async (req: any, res) => {
  const found = await anyBoat(req.params.id);
  if (found.isErr()) return res.status(404).end();
  await Boat.updateOne({ _id: req.params.id }, { name: req.body.name });
  res.end();
});
app.listen(3000);
