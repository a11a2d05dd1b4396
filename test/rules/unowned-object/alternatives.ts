import { promisify } from "node:util";
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Guest = mongoose.model(
  "Guest",
  new mongoose.Schema({ innId: String, name: String, email: String, isPublic: Boolean }),
);

const app = express();
app.use(express.json(), async (req, res, next) => {
  const token = req.headers.authorization?.split(" ")[1];
  req.staff = await promisify(jwt.verify)(token, process.env.TOKEN_KEY);
  next();
});

app.get("/guests", async (req, res) => {
  res.json(await Guest.find({ innId: req.staff.innId }));
});

app.get("/guests/mine-or-open", async (req, res) => {
  const where = { $or: [{ innId: req.staff.innId }, { isPublic: true }], name: req.query.name };
  res.json(await Guest.find(where)); // silent: every way is limited
});

app.get("/guests/pick", async (req, res) => {
  const where = { $or: [{ _id: req.query.current }, { innId: req.staff.innId, name: req.query.name }] };
  res.json(await Guest.find(where)); // expect: unowned-object
});

app.listen(3000);
