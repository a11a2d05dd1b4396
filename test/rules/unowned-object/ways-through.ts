import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Board = mongoose.model("Board", new mongoose.Schema({ title: String, holderId: String, likes: Number }));
const Member = mongoose.model("Member", new mongoose.Schema({ boardId: String, userId: String, role: String }));
const Card = mongoose.model("Card", new mongoose.Schema({ boardId: String, text: String }));

const app = express();
app.use(express.json(), (req, res, next) => {
  try {
    req.userId = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY).id;
  } catch {
    return res.sendStatus(401);
  }
  next();
});

// An owner here, a member there: both ways look at the very board, beside what both ask for.
const mayOpen =
  (needed = "view") =>
  async (req, res, next) => {
    const { id } = req.params;
    try {
      if (!req.userId || !id) return res.status(401).json({});
      const board = await Board.findById(id);
      if (!board) return res.sendStatus(404);
      if (board.holderId?.toString() === req.userId) return next();
      const member = await Member.findOne({ boardId: new mongoose.Types.ObjectId(id), userId: req.userId });
      if (!member) return res.status(403).json({});
      if (needed === "edit" && member.role !== "editor") return res.sendStatus(403);
      next();
    } catch {
      res.status(500).json({});
    }
  };

// Whoever is not the owner is asked for more.
const ownerOrMember = async (req, res, next) => {
  const board = await Board.findById(req.params.id);
  if (!board) return res.sendStatus(404);
  if (board.holderId !== req.userId) {
    const member = await Member.findOne({ boardId: req.params.id, userId: req.userId });
    if (!member) return res.status(403).json({});
  }
  next();
};

// One of the ways asks for nothing.
const notesOwner = async (req, res, next) => {
  const board = await Board.findById(req.params.id); // expect: unowned-object
  if (!board) return res.sendStatus(404);
  if (board.holderId === req.userId) {
    req.isMine = true;
    return next();
  }
  next();
};

app.get("/boards", async (req, res) => {
  res.json(await Board.find({ holderId: req.userId }));
});
app.get("/boards/:id", mayOpen("view"), async (req, res) => {
  res.json(await Board.findById(req.params.id)); // silent: both ways tie it
});
app.delete("/boards/:id", mayOpen("edit"), async (req, res) => {
  await Board.deleteOne({ _id: req.params.id }); // silent: both ways tie it
  res.sendStatus(204);
});
app.put("/boards/:id", ownerOrMember, async (req, res) => {
  await Board.updateOne({ _id: req.params.id }, { title: req.body.title }); // silent: whoever is no owner is a member
  res.sendStatus(204);
});
app.post("/boards/:id/clear", notesOwner, async (req, res) => {
  await Board.updateOne({ _id: req.params.id }, { title: "" });
  res.sendStatus(204);
});
app.post("/boards/:id/like", async (req, res) => {
  const board = await Board.findById(req.params.id);
  board.likes = Math.max(0, (board.likes || 0) + 1);
  await board.save(); // silent: one more
  res.json({ likes: board.likes });
});
app.get("/boards/:id/size", async (req, res) => {
  res.json({ size: await Board.countDocuments({ _id: req.params.id }) }); // silent: how many there are
});

// What stands below the board is compared with it, or is not.
app.post("/boards/:id/cards", mayOpen("edit"), async (req, res) => {
  res.json(await Card.create({ boardId: req.params.id, text: req.body.text }));
});
app.delete("/boards/:id/cards/:cardId", mayOpen("edit"), async (req, res) => {
  const card = await Card.findById(req.params.cardId);
  if (!card || card.boardId !== req.params.id) return res.sendStatus(404);
  await Card.deleteOne({ _id: req.params.cardId }); // silent: compared with the board
  res.sendStatus(204);
});
app.delete("/boards/:id/loose/:cardId", mayOpen("edit"), async (req, res) => {
  await Card.deleteOne({ _id: req.params.cardId }); // expect: unowned-object
  res.sendStatus(204);
});

app.listen(3000);
