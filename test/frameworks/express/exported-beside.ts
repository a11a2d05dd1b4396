// A module that is a function or a router, and has more beside it.

// file: log.js
const { createLogger } = require("winston");
const log = createLogger({});

module.exports = (name) => log.child({ name });
// guard: authentication requireUser
module.exports.requireUser = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));
// file: tides.js
const { Router } = require("express");
const tides = Router();
tides.get("/", (req, res) => res.json([])); // entry: GET /tides
const moons = Router();
moons.get("/", (req, res) => res.json([])); // entry: GET /moons
module.exports = tides;
module.exports.moons = moons;
// file: app.js
const express = require("express");
const log = require("./log")("app");
const requireUser = require("./log").requireUser;
const tides = require("./tides");

const app = express();
app.use(requireUser);
app.use("/tides", tides);
app.use("/moons", tides.moons);
app.listen(3000, () => log.info("up"));
