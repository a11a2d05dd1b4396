// file: package.json
{ "dependencies": { "express": "^4.19.0", "mongoose": "^8.0.0" } }
// file: src/app.ts
import express from "express";
import mongoose from "mongoose";

const app = express();
const Coupon = mongoose.model("Coupon", new mongoose.Schema({ code: String, label: String }));

app.get("/coupon", async (req, res) => {
  res.json(await Coupon.findOne({ code: req.query.code })); // expect: injection
});
app.get("/coupon/text", async (req, res) => {
  res.json(await Coupon.findOne({ code: req.query.code.toString() })); // silent: a text
});
app.get("/coupon/:code", async (req, res) => {
  res.json(await Coupon.findOne({ code: req.params.code })); // silent: parts of an address are texts
});
