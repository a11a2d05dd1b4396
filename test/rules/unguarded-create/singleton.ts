import { randomUUID } from "node:crypto";
import express from "express";
import mongoose from "mongoose";

const app = express();
const Site = mongoose.model("Site", new mongoose.Schema({ id: String, name: String }));
const Visitor = mongoose.model("Visitor", new mongoose.Schema({ id: String }));

async function getSite() {
  const site = await Site.findOne({});
  if (site) return site;
  return Site.create({ id: `site-${randomUUID()}` });
}

app.post("/site", async (req, res) => {
  res.json(await getSite()); // silent: there is one, whoever asks
});
app.post("/visitors", async (req, res) => {
  const site = await Site.findOne();
  if (!site) return res.status(404).end();
  await Visitor.create({ id: req.body.id }); // expect: unguarded-create
  res.end();
});
app.get("/site", async (req, res) => {
  res.json(await getSite()); // silent: told where it is written
});
