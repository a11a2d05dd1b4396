import express from "express";
import { Ottoman, Schema, getDefaultInstance, model } from "ottoman";

const Parcel = model("Parcel", new Schema({ code: String, depot: String }));
const rates = new Ottoman({ collectionName: "rates" });
const Rate = rates.model("Rate", new Schema({ zone: String, price: Number }));
const app = express();

app.post("/parcels", async (req, res) => {
  await Parcel.create({ code: req.body.code }); // effect: write couchbase Parcel, insert
  await Parcel.createMany(req.body.parcels); // effect: write couchbase Parcel, insert
  const parcel = new Parcel({ code: "a" });
  await parcel.save(); // effect: write couchbase Parcel, insert
  res.end();
});

app.put("/parcels/:id", async (req, res) => {
  await Parcel.updateById(req.params.id, { depot: req.body.depot }); // effect: write couchbase Parcel, set, safe
  await Parcel.findOneAndUpdate({ code: req.body.code }, { depot: "b" }); // effect: write couchbase Parcel, set, safe
  await Parcel.removeById(req.params.id); // effect: write couchbase Parcel, delete, safe
  await Parcel.removeMany({ depot: "b" }); // effect: write couchbase Parcel, delete, safe
  res.json(await Rate.find({ zone: "a" })); // effect: read couchbase Rate
  getDefaultInstance();
});
