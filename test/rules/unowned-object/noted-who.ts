import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Account = mongoose.model(
  "Account",
  new mongoose.Schema({
    iban: { type: String, required: true },
    companyCode: { type: String, required: true },
    updatedBy: { type: mongoose.Schema.Types.ObjectId, ref: "User" },
    followers: [{ type: mongoose.Schema.Types.ObjectId, ref: "User" }],
  }),
);

const signedIn: express.RequestHandler = (req, res, next) => {
  const token = req.cookies.token;
  if (!token) return res.status(403).json({ message: "no token" });
  jwt.verify(token, process.env.TOKEN_KEY as string, (err, user) => {
    if (err) throw new Error("not allowed");
    req.user = user;
    next();
  });
};

const clerks: express.RequestHandler = (req, res, next) => {
  if (req.user.rank === process.env.CLERK) return next();
  res.status(403).json({ message: "clerks only" });
};

const tellErrors: express.ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(500).json({ message: error.message });
};

const list: express.RequestHandler = async (req, res) => {
  res.json(await Account.find({ companyCode: req.user.company_code }));
};
const one: express.RequestHandler = async (req, res) => {
  res.json(await Account.findOne({ _id: req.params.id, companyCode: req.user.company_code }));
};
const add: express.RequestHandler = async (req, res) => {
  res.json(await Account.create({ iban: req.body.iban, companyCode: req.user.company_code }));
};
const change: express.RequestHandler = async (req, res, next) => {
  try {

    const saved = await Account.findByIdAndUpdate(req.params.id, { $set: { iban: req.body.iban, updatedBy: req.user.id } }); // expect: unowned-object
    res.json(saved);
  } catch (error) {
    next(error);
  }
};
const follow: express.RequestHandler = async (req, res) => {
  // silent: the caller's own part in it
  res.json(await Account.findByIdAndUpdate(req.params.id, { $addToSet: { followers: req.user.id } }));
};

export const app = express();
app.get("/accounts", signedIn, clerks, list, tellErrors);
app.get("/accounts/:id", signedIn, clerks, one, tellErrors);
app.post("/accounts", signedIn, clerks, add, tellErrors);
app.put("/accounts/:id", signedIn, clerks, change, tellErrors);
app.put("/accounts/:id/follow", signedIn, clerks, follow, tellErrors);
