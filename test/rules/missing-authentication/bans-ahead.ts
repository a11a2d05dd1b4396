// Middleware that keeps out known callers or networks is no login: whoever is not signed in passes it.

// file: package.json
{ "name": "piers", "dependencies": { "express": "5", "mongoose": "8", "jsonwebtoken": "9", "express-ipfilter": "1" } }
// file: src/models.js
const mongoose = require("mongoose");
exports.Pier = mongoose.model("Pier", new mongoose.Schema({ name: String, filtered: Boolean, networks: [String], banned: [String] }));
exports.Guest = mongoose.model("Guest", new mongoose.Schema({ email: String, pier: String }));
// file: src/filters.js
const { IpFilter } = require("express-ipfilter");
exports.byNetwork = (req, res, next) => {
  const pass = (error) => {
    if (error && error.name === "IpDeniedError") return res.status(401).json({ error: "network" });
    next();
  };
  if (!req.pier) return next();
  if (req.pier.filtered === true && req.pier.networks) IpFilter(req.pier.networks, { mode: "allow" })(req, res, pass);
  else next();
};
exports.banned = (req, res, next) => {
  if (!req.pier) return next();
  const { banned } = req.pier;
  if (banned && banned.length > 0) {
    if (req.user && req.user.id && banned.indexOf(req.user.id) > -1) return res.status(401).json({ error: "banned" });
    next();
  } else next();
};
// file: src/server.js
const express = require("express");
const jwt = require("jsonwebtoken");
const { Guest, Pier } = require("./models");
const { banned, byNetwork } = require("./filters");
const app = express();
function signedIn(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  } catch (error) {
    return res.sendStatus(401);
  }
  next();
}
app.use("/:pier", async (req, res, next) => {
  req.pier = await Pier.findById(req.params.pier);
  next();
}, byNetwork, banned);
app.get("/:pier/guests", signedIn, async (req, res) => {
  res.json(await Guest.find({ pier: req.params.pier }));
});
app.delete("/:pier/guests/:id", signedIn, async (req, res) => {
  await Guest.deleteOne({ _id: req.params.id, pier: req.params.pier });
  res.sendStatus(204);
});
app.patch("/:pier/guests/:id", async (req, res) => { // expect: missing-authentication
  await Guest.updateOne({ _id: req.params.id, pier: req.params.pier }, { email: req.body.email });
  res.sendStatus(204);
});
app.listen(3000);
