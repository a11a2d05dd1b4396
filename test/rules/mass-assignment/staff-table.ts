// file: src/schema.ts
import mongoose from "mongoose";
export const Personnel = mongoose.model("Personnel", new mongoose.Schema({ email: String, password: String }));
export const Article = mongoose.model("Article", new mongoose.Schema({ title: String, userId: String, text: String }));

// file: src/logins.ts
import jwt from "jsonwebtoken";
import { Personnel } from "./schema.js";
export const personnel = async (req, res, next) => {
  try {
    const { id } = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    req.personnel = await Personnel.findById(id);
    return next();
  } catch {
    res.sendStatus(401);
  }
};
export const customer = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["CUSTOMER_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

// file: src/app.ts
import express from "express";
import { customer, personnel } from "./logins.js";
import { Article } from "./schema.js";

const app = express();
app.use(express.json());

app.put("/desk/articles/:id", personnel, async (req, res) => {
  res.json(await Article.findByIdAndUpdate(req.params.id, req.body)); // silent: nobody but the team has such an account
});

app.post("/articles", customer, async (req, res) => {
  res.json(await Article.create(req.body)); // expect: mass-assignment
});
