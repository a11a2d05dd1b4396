// A page asks whether its token is still good before it shows the form: what is noted in the log changes nothing.

// file: src/app.ts
import express from "express";
import { model, Schema } from "mongoose";
import winston from "winston";
import { staff } from "./guards";

const User = model("User", new Schema({ email: String, password: String, active: Boolean }));
const Token = model("Token", new Schema({ user: { type: Schema.Types.ObjectId, ref: "User" }, token: String }));
const logger = winston.createLogger();
const app = express();

app.get("/users", staff, async (req, res) => res.json(await User.find()));
app.get("/tokens/:userId/:token", async (req, res) => {
  const { userId, token } = req.params;
  try {
    const user = await User.findOne({ _id: userId });
    if (!user || user.active) return res.sendStatus(204);
    const found = await Token.findOne({ user: userId, token });
    if (found) {
      res.sendStatus(200); // silent: the token is the credential
      return;
    }
    res.sendStatus(204);
  } catch (error) {
    logger.error("no such token", error);
    res.sendStatus(400);
  }
});
app.post("/activate", async (req, res) => {
  const user = await User.findById(req.body.userId);
  if (user) {
    const found = await Token.findOne({ user: req.body.userId, token: String(req.body.token) });
    if (found) {
      user.active = true;
      await user.save(); // silent: the token is the credential
      res.sendStatus(200);
      return;
    }
  }
  res.sendStatus(204);
});
app.delete("/tokens/:userId", async (req, res) => { // expect: missing-authentication
  res.json(await Token.deleteMany({ user: req.params.userId }));
});

// file: src/guards.ts
import jwt from "jsonwebtoken";

export const staff = (req, res, next) => {
  try {
    req.user = jwt.verify(req.cookies.token, process.env.JWT_SECRET);
    if (req.user.role !== "staff") return res.sendStatus(403);
    next();
  } catch {
    res.sendStatus(401);
  }
};
