// A row of somebody else is stored once more as the caller's own: what it says is theirs to read from then on.
import express from "express";
import jwt from "jsonwebtoken";
import mongoose from "mongoose";

const Recipe = mongoose.model("Recipe", new mongoose.Schema({ cook: String, name: String, steps: String, parent: String }));

const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/recipes", async (req: any, res) => res.json(await Recipe.find({ cook: req.user.id })));
app.get("/recipes/:id", async (req: any, res) => res.json(await Recipe.findOne({ _id: req.params.id, cook: req.user.id })));

app.post("/recipes/:id/copy", async (req: any, res) => {
  const recipe = await Recipe.findById(req.params.id).lean(); // expect: unowned-object
  const { _id, ...rest } = recipe!;
  await Recipe.create({ ...rest, cook: req.user.id });
  res.sendStatus(201);
});
app.post("/recipes/:id/again", async (req: any, res) => {
  const recipe = await Recipe.findById(req.params.id); // expect: unowned-object
  await Recipe.create({ name: `${recipe!.name} again`, steps: recipe!.steps, cook: req.user.id });
  res.sendStatus(201);
});
app.post("/recipes/:id/own", async (req: any, res) => { // silent: the caller's own is copied
  const recipe = await Recipe.findOne({ _id: req.params.id, cook: req.user.id }).lean();
  const { _id, ...rest } = recipe!;
  await Recipe.create({ ...rest, cook: req.user.id });
  res.sendStatus(201);
});
app.post("/recipes/:id/below", async (req: any, res) => { // silent: the other one is only referred to
  const recipe = await Recipe.findById(req.params.id);
  await Recipe.create({ parent: recipe!._id, name: req.body.name, cook: req.user.id });
  res.sendStatus(201);
});
app.listen(3000);
