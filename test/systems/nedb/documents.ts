import Datastore from "@seald-io/nedb";
import express from "express";
import Stored from "nedb-promises";

const hooks = new Datastore({ filename: "hooks.db", autoload: true });
const rings = Stored.create("rings.db");
const app = express();

app.post("/hooks", async (req, res) => {
  await hooks.insertAsync({ size: req.body.size }); // effect: write nedb hooks.db, insert
  await rings.update({ _id: req.body.ring }, { $inc: { load: 1 } }); // effect: write nedb rings.db, increment
  await rings.remove({ _id: req.body.old }, {}); // effect: write nedb rings.db, delete
  res.json(await hooks.findOneAsync({ size: req.body.size })); // effect: read nedb hooks.db, read
});
