import express from "express";
import nano from "nano";
import PouchDB from "pouchdb";

const server = nano("http://localhost:5984");
const knots = server.use("knots");
const local = new PouchDB("splices");
const app = express();

app.post("/knots", async (req, res) => {
  const known = await knots.get(req.body.name); // effect: read couchdb knots, read
  await knots.insert({ strength: req.body.strength }); // effect: write couchdb knots, insert
  await knots.insert({ _id: req.body.name, strength: 1 }); // effect: write couchdb knots, upsert
  await local.post({ name: req.body.name }); // effect: write couchdb splices, insert
  await knots.destroy(req.body.old, known._rev); // effect: write couchdb knots, delete
  res.json(known);
});
