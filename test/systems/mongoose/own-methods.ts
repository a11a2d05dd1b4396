// Functions that the schema gives to rows and to the model.

// file: models/basket.js
const mongoose = require("mongoose");
const basketSchema = new mongoose.Schema({ owner: String, lines: [{ article: String, count: Number }], total: Number });
basketSchema.methods.put = function (article) {
  this.lines.push({ article, count: 1 });
  return this.save(); // effect: write mongodb Basket, append
};
basketSchema.methods.isEmpty = function () {
  return this.lines.length === 0;
};
basketSchema.statics.ofOwner = function (owner) {
  return this.findOne({ owner }); // effect: read mongodb Basket, read
};
module.exports = mongoose.model("Basket", basketSchema);
// file: models/member.ts
import { model, Schema } from "mongoose";
const memberSchema = new Schema(
  { mail: String, visits: Number },
  {
    methods: {
      async visit() {
        await this.updateOne({ $inc: { visits: 1 } }); // effect: write mongodb Member, increment
      },
    },
  },
);
export const Member = model("Member", memberSchema);
Member.register = async (mail: string) => Member.create({ mail }); // effect: write mongodb Member, insert
// file: app.ts
import express from "express";
import Basket from "./models/basket";
import { Member } from "./models/member";
const app = express();
app.post("/baskets/:owner/lines", async (req, res) => {
  const basket = await Basket.ofOwner(req.params.owner);
  if (basket.isEmpty()) return res.status(409).end();
  res.json(await basket.put(req.body.article));
});
app.post("/members", async (req, res) => {
  const member = await Member.register(req.body.mail);
  await member.visit();
  res.json(member);
});
