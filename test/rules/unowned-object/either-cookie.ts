// The cookie of administrators tells nothing where another one is as good.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const User = model("User", new Schema({ email: String, password: String }));
export const Notice = model("Notice", new Schema({ user: { type: Schema.Types.ObjectId, ref: "User" }, text: String }));

// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Notice, User } from "./models";

const app = express();

const signedIn = async (req, res, next) => {
  const token = req.headers["x-area"] === "office" ? req.signedCookies["token-admin"] : req.signedCookies.token;
  const found = await User.findById(jwt.verify(token, process.env.JWT_SECRET).id);
  if (!found) return res.sendStatus(401);
  req.user = found;
  next();
};
const eitherCookie = async (req, res, next) => {
  const { id } = jwt.verify(req.cookies.adminToken || req.cookies.token, process.env.JWT_SECRET);
  if (!(await User.findById(id))) return res.sendStatus(401);
  next();
};
const office = async (req, res, next) => {
  const { id } = jwt.verify(req.cookies.adminToken, process.env.ADMIN_JWT_SECRET);
  if (!(await User.findById(id))) return res.sendStatus(401);
  next();
};

app.get("/notices", signedIn, async (req, res) => res.json(await Notice.find({ user: req.user.id })));
app.delete("/notices/:id", signedIn, async (req, res) => {
  res.json(await Notice.findByIdAndDelete(req.params.id)); // expect: unowned-object
});
app.patch("/notices/:id", eitherCookie, async (req, res) => {
  res.json(await Notice.findByIdAndUpdate(req.params.id, { text: "seen" })); // expect: unowned-object
});
app.put("/notices/:id", office, async (req, res) => {
  res.json(await Notice.findByIdAndUpdate(req.params.id, { text: "seen" })); // silent: only administrators have that cookie
});
