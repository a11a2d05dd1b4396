// file: src/app.ts
import express from "express";
import mongoose from "mongoose";
import { bearerAuth } from "hono/bearer-auth";
import { Hono } from "hono";

const Errand = mongoose.model("Errand", new mongoose.Schema({ runner: { type: mongoose.Schema.Types.ObjectId, ref: "Person" }, text: String, helpers: [String] }));
mongoose.model("Person", new mongoose.Schema({ name: String, password: String }));

class Errands {
  mine(runner) {
    return Errand.find({ runner }).exec();
  }
  async change(id, fields, runner) {
    const errand = await Errand.findById(id).exec(); // expect: unowned-object
    if (!errand) throw new Error("no such errand");
    Object.assign(errand, { text: fields.text });
    return errand.save();
  }
  async drop(id, runner) {
    const errand = await Errand.findById(id).populate("runner").exec(); // expect: unowned-object
    if (!errand) throw new Error("no such errand");
    await errand.deleteOne();
  }
  async dropOwn(id, runner) {
    const errand = await Errand.findOne({ _id: id, runner }).exec();
    if (!errand) throw new Error("no such errand");
    await errand.deleteOne();
  }
  async help(id, helper) {
    const errand = await Errand.findById(id).exec();
    errand.helpers.push(helper);
    await errand.save();
    return errand;
  }
}
const errands = new Errands();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
app.get("/errands", async (req, res) => {
  res.json(await errands.mine(req.user.id));
});
app.put("/errands/:id", async (req, res) => {
  res.json(await errands.change(req.params.id, req.body, req.user.id));
});
app.delete("/errands/:id", async (req, res) => {
  await errands.drop(req.params.id, req.user.id);
  res.end();
});
app.delete("/my/errands/:id", async (req, res) => {
  await errands.dropOwn(req.params.id, req.user.id); // silent: found by the caller
  res.end();
});
app.post("/errands/:id/help", async (req, res) => {
  res.json(await errands.help(req.params.id, req.user.id)); // silent: the caller takes part
});
app.get("/errands/search", async (req, res) => {
  res.json(await Errand.find({ text: { $regex: req.query.q } })); // silent: words that are searched for name no row
});

const machine = new Hono();
machine.use("*", bearerAuth({ token: process.env.MACHINE_KEY }));
machine.post("/errands/:id/close", async (c) => {
  return c.json(await Errand.findByIdAndUpdate(c.req.param("id"), { text: "" })); // silent: a service works for everybody
});
