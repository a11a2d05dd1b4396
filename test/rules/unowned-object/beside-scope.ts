// The check proves the project of the address; what is found by another id may stand in any project.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Member = mongoose.model("member", new mongoose.Schema({ projectId: String, userId: String, role: String }));
const Tag = mongoose.model("tag", new mongoose.Schema({ projectId: String, label: String, color: String }));
const Message = mongoose.model("message", new mongoose.Schema({ projectId: String, thread: String, text: String }));
const Country = mongoose.model("country", new mongoose.Schema({ code: String, label: String }));

const app = express();
app.use(express.json());

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

const member = async (req, res, next) => {
  const found = await Member.findOne({ projectId: req.params.projectId, userId: req.user.id });
  if (!found) return res.sendStatus(403);
  return next();
};

const project = express.Router({ mergeParams: true });

project.post("/tags", async (req, res) => {
  res.json(await Tag.create({ projectId: req.params.projectId, label: req.body.label }));
});

project.get("/tags/:tagId", async (req, res) => {
  res.json(await Tag.findById(req.params.tagId)); // expect: unowned-object
});

project.get("/tags/:tagId/color", async (req, res) => {
  res.json(await Tag.findOne({ _id: req.params.tagId, projectId: req.params.projectId })); // silent: in the project
});

// Whoever has the link of a thread reads all of it.
app.get("/public/threads/:thread", async (req, res) => {
  res.json(await Message.find({ thread: req.params.thread }));
});
app.get("/public/threads/:thread/text", async (req, res) => {
  res.json(await Message.find({ thread: req.params.thread }));
});

project.get("/threads/:thread", async (req, res) => {
  res.json(await Message.find({ thread: req.params.thread, projectId: req.params.projectId }));
});
project.get("/threads/:thread/export", async (req, res) => {
  res.json(await Message.find({ thread: req.params.thread, projectId: req.params.projectId }));
});

project.get("/messages/:messageId", async (req, res) => {
  res.json(await Message.findById(req.params.messageId)); // expect: unowned-object
});

// The same for every project.
project.get("/countries/:countryId", async (req, res) => {
  res.json(await Country.findById(req.params.countryId)); // silent: kept in no project
});

app.use("/:projectId", signedIn, member, project);
