// Nobody makes an account here: whoever signs in belongs to the house.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";
const { Schema, model } = mongoose;
const Genre = model("Genre", new Schema({ title: String }));
const Draft = model("Draft", new Schema({ text: String, user: String }));
const app = express();
const login = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
};
app.get("/genres", async (req, res) => res.json(await Genre.find()));
app.post("/genres", login, async (req, res) => res.json(await Genre.create({ title: req.body.title }))); // silent: people of the house
app.delete("/genres/:id", login, async (req, res) => res.json(await Genre.deleteOne({ _id: req.params.id }))); // silent: people of the house
app.get("/drafts", login, async (req, res) => res.json(await Draft.find({ user: req.user.id })));
