import express, { type RequestHandler } from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const app = express();
const User = mongoose.model(
  "User",
  new mongoose.Schema({ email: String, password: String, role: String, ownerId: String, companyName: String }),
);
const asks: RequestHandler = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  next();
};
const supplier: RequestHandler = (req, res, next) => (req.user.role === "SUPPLIER" ? next() : res.sendStatus(403));

app.post("/crew", asks, async (req, res) => { // expect: missing-role
  res.json(await User.create({ email: req.body.email, password: req.body.password, role: "SUPPLIER_STAFF", ownerId: req.user.id }));
});
app.post("/guarded-crew", asks, supplier, async (req, res) => { // silent: for suppliers alone
  res.json(await User.create({ email: req.body.email, password: req.body.password, role: "SUPPLIER_STAFF", ownerId: req.user.id }));
});
app.post("/children", asks, async (req, res) => { // silent: an ordinary account below the caller's own
  res.json(await User.create({ email: req.body.email, password: req.body.password, role: "CHILD", ownerId: req.user.id }));
});
