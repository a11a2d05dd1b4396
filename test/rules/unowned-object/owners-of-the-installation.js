// Who stands in the one row of settings may change everybody's rows; who stands in a row of many, only what is below that.
const express = require("express");
const mongoose = require("mongoose");

const Instance = mongoose.model("Instance", new mongoose.Schema({ ownerUserIds: [String] }));
const Team = mongoose.model("Team", new mongoose.Schema({ id: String, ownerUserIds: [String] }));
const User = mongoose.model("User", new mongoose.Schema({ id: String, email: String, password: String }));
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const isOwner = async (userId) => (await Instance.findOne()).ownerUserIds.includes(userId);
const isInTeam = async (userId, id) => (await Team.findOne({ id })).ownerUserIds.includes(userId);

app.put("/users/:id", async (req, res) => { // silent: an owner of the whole installation
  if (await isOwner(req.user.id)) {
    await User.updateOne({ id: req.params.id }, { email: req.body.email });
    res.end();
  } else {
    res.sendStatus(403);
  }
});
app.put("/teams/:teamId/users/:id", async (req, res) => {
  if (await isInTeam(req.user.id, req.params.teamId)) {
    await User.updateOne({ id: req.params.id }, { email: req.body.email }); // expect: unowned-object
    res.end();
  } else {
    res.sendStatus(403);
  }
});
app.get("/me", async (req, res) => {
  res.json(await User.findOne({ id: req.user.id }));
});
app.listen(3000);
