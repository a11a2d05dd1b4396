// A check that other code may leave on the request stands ahead of every route; a right is asked besides, but for one.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
import { policies } from "@harbour/policies";

const Buoy = mongoose.model("Buoy", new mongoose.Schema({ name: String, depth: Number }));
const Lock = mongoose.model("Lock", new mongoose.Schema({ name: String, open: Boolean }));
const Slip = mongoose.model("Slip", new mongoose.Schema({ name: String, open: Boolean }));
const Pier = mongoose.model("Pier", new mongoose.Schema({ name: String, open: Boolean }));

const app = express();
app.use(express.json());
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});
app.use(async (req: any, res, next) => {
  if (!req.mayEnter || (await req.mayEnter())) return next();
  res.sendStatus(404);
});

const needs = (right: string) => (req: any, res: express.Response, next: express.NextFunction) =>
  req.user.permissions.includes(right) ? next() : res.sendStatus(403);

app.post("/buoys", needs("buoys:write"), async (req, res) => {
  res.json(await Buoy.create({ name: req.body.name, depth: req.body.depth }));
});
app.put("/buoys/:id", needs("buoys:write"), async (req, res) => {
  res.json(await Buoy.updateOne({ _id: req.params.id }, { depth: req.body.depth }));
});
app.delete("/buoys/:id", async (req, res) => { // expect: inconsistent-guard
  res.json(await Buoy.deleteOne({ _id: req.params.id }));
});

// Here nobody is asked for a right: what cannot be read may be the check.
app.put("/locks/:id", async (req, res) => { // silent
  res.json(await Lock.updateOne({ _id: req.params.id }, { open: req.body.open }));
});
app.delete("/locks/:id", async (req, res) => { // silent
  res.json(await Lock.deleteOne({ _id: req.params.id }));
});

// And here another one stands ahead of the one that asks for no right.
app.put("/piers/:id", needs("piers:write"), async (req, res) => {
  res.json(await Pier.updateOne({ _id: req.params.id }, { open: req.body.open }));
});
app.put("/piers/:id/name", needs("piers:write"), async (req, res) => {
  res.json(await Pier.updateOne({ _id: req.params.id }, { name: req.body.name }));
});
app.delete("/piers/:id", async (req: any, res) => { // silent
  if (!(await req.mayRemove())) return res.sendStatus(404);
  res.json(await Pier.deleteOne({ _id: req.params.id }));
});

// The same check stands ahead of all, and is given another rule each time.
const allowed = (rule: string) => async (req: any, res: express.Response, next: express.NextFunction) => {
  if (!(await policies.allows(rule, req.headers))) return res.sendStatus(403);
  next();
};
app.put("/slips/:id", needs("slips:write"), allowed("open"), async (req, res) => {
  res.json(await Slip.updateOne({ _id: req.params.id }, { open: req.body.open }));
});
app.put("/slips/:id/name", needs("slips:write"), allowed("name"), async (req, res) => {
  res.json(await Slip.updateOne({ _id: req.params.id }, { name: req.body.name }));
});
app.delete("/slips/:id", allowed("remove"), async (req, res) => { // silent
  res.json(await Slip.deleteOne({ _id: req.params.id }));
});
app.listen(3000);
