// What is changed stands above or below a row that the request names, or in a list of that row.

// file: src/models.ts
import { model, Schema } from "mongoose";

export const Series = model("Series", new Schema({ userId: String, title: String }));
export const Lesson = model("Lesson", new Schema({ seriesId: String, day: String }));
export const Album = model("Album", new Schema({ userId: String, title: String, pictures: [String], fans: [String] }));
export const Card = model("Card", new Schema({ userId: String, code: String, balance: Number }));
export const Count = model("Count", new Schema({ seriesId: String, userId: String, next: Number }));

// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { Album, Card, Count, Lesson, Series } from "./models";

const app = express();
app.use((req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.TOKEN_KEY);
  next();
});

app.post("/series", async (req, res) => res.json(await Series.create({ userId: req.user.id, title: req.body.title })));
app.post("/albums", async (req, res) => res.json(await Album.create({ userId: req.user.id, title: req.body.title })));
app.get("/cards", async (req, res) => res.json(await Card.find({ userId: req.user.id })));

app.delete("/lessons/:id/all", async (req, res) => {
  const lesson = await Lesson.findById(req.params.id);
  if (!lesson) return res.sendStatus(404);
  await Series.deleteOne({ _id: lesson.seriesId }); // expect: unowned-object
  res.sendStatus(204);
});
app.delete("/lessons/:id/mine", async (req, res) => {
  const lesson = await Lesson.findById(req.params.id);
  if (!lesson) return res.sendStatus(404);
  await Series.deleteOne({ _id: lesson.seriesId, userId: req.user.id }); // silent: the caller's own
  res.sendStatus(204);
});
app.delete("/lessons/:id/checked", async (req, res) => {
  const lesson = await Lesson.findById(req.params.id);
  const series = await Series.findById(lesson.seriesId);
  if (series.userId !== req.user.id) return res.sendStatus(403);
  await Series.deleteOne({ _id: lesson.seriesId }); // silent: compared
  res.sendStatus(204);
});
app.post("/albums/:id/pictures", async (req, res) => {
  res.json(await Album.findByIdAndUpdate(req.params.id, { $push: { pictures: req.body.url } })); // expect: unowned-object
});
app.post("/albums/:id/fans", async (req, res) => {
  res.json(await Album.findByIdAndUpdate(req.params.id, { $push: { fans: req.user.id } })); // silent: the caller's own part
});
app.get("/cards/:id", async (req, res) => {
  res.json(await Card.findById(req.params.id)); // expect: unowned-object
});
app.get("/cards/by-code/:code", async (req, res) => {
  res.json(await Card.findOne({ code: req.params.code })); // silent: who knows the code was given it
});
