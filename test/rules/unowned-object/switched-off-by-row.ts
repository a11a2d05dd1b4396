// A row that the address names switches filters on: they ask some who they are, and nobody for a right.
// file: package.json
{ "dependencies": { "express": "4", "mongoose": "7", "passport": "0.6", "unheard-of-filter": "1" } }
// file: models.js
const mongoose = require("mongoose");
exports.Yard = mongoose.model("yard", new mongoose.Schema({ name: String, filtered: Boolean, networks: [String], banned: [Object] }));
exports.Worker = mongoose.model("worker", new mongoose.Schema({ yardId: String, userId: String, role: String }));
exports.Robot = mongoose.model("robot", new mongoose.Schema({ name: String }));
exports.Crane = mongoose.model("crane", new mongoose.Schema({ yardId: { type: String, required: true }, name: String }));
exports.Hut = mongoose.model("hut", new mongoose.Schema({ yardId: { type: String, required: true }, name: String }));

// file: signed.js
const passport = require("passport");
const authenticated = passport.authenticate("jwt", { session: false });

// The name is declared nowhere, and stands below.
const valid = function (req, res, next) {
  const token = readToken(req.headers);
  if (token) next();
  else return res.status(403).send({ success: false });
};
module.exports = [authenticated, valid];

readToken = function (headers) {
  if (headers && headers.authorization) {
    const parted = headers.authorization.split(" ");
    return parted.length === 2 ? parted[1] : null;
  }
  return null;
};

// file: filters.js
const unheardOf = require("unheard-of-filter").Filter;

exports.byNetwork = (req, res, next) => {
  const answered = (err) => {
    if (err && err.name === "Denied") return res.status(401).json({ err: "not from here" });
    next();
  };
  if (!req.yard) return next();
  if (req.yard.filtered === true && req.yard.networks && req.yard.networks.length > 0) {
    const filter = unheardOf(req.yard.networks, { mode: "allow" });
    filter(req, res, answered);
  } else {
    next();
  }
};

// file: app.js
const express = require("express");
const { Yard, Worker, Crane, Hut, Robot } = require("./models");
const signed = require("./signed");
const { byNetwork } = require("./filters");

const app = express();
const yardSetter = (req, res, next) => {
  if (!req.params.yardId) return next();
  Yard.findOne({ _id: req.params.yardId, closed: false }).exec((err, yard) => {
    if (!yard) return res.status(400).send({ error: "no such yard" });
    req.yard = yard;
    next();
  });
};
// Robots and the house see to all yards, others to the one that they work in.
const worksThere = async (req, res, next) => {
  if (req.user instanceof Robot) return next();
  const worker = await Worker.findOne({ yardId: req.params.yardId, userId: req.user._id });
  if (worker) {
    req.yardId = req.params.yardId;
    if (worker.role === "driver") next();
    else res.status(403).send({ success: false });
  } else if (req.user.email === process.env.HOUSE_EMAIL) {
    next();
  } else {
    res.status(403).send({ success: false });
  }
};

const cranes = express.Router();
cranes.get("/", (req, res) => Crane.find({ yardId: req.yardId }).exec((err, found) => res.json(found)));
cranes.put("/:craneId", (req, res) => {
  Crane.findByIdAndUpdate(req.params.craneId, { name: req.body.name }, { new: true }, (err, crane) => res.json(crane)); // expect: unowned-object
});
cranes.delete("/:craneId", (req, res) => {
  // silent: of that yard alone
  Crane.findOneAndRemove({ _id: req.params.craneId, yardId: req.params.yardId }, (err, crane) => res.json(crane));
});

app.use("/:yardId/", [yardSetter, byNetwork]);
app.use("/:yardId/cranes", [...signed, worksThere], cranes);

// What cannot be read, and no row switches off, may tie whatever it likes.
const huts = express.Router({ mergeParams: true });
huts.get("/", (req, res) => Hut.find({ yardId: req.params.yardId }).exec((err, found) => res.json(found)));
huts.put("/:hutId", (req, res) => {
  Hut.findByIdAndUpdate(req.params.hutId, { name: req.body.name }, { new: true }, (err, hut) => res.json(hut)); // silent: see above
});
app.use("/yards/:yardId/huts", [...signed, require("unheard-of-filter").members()], huts);
