// What loops at the top of a module put into tables: wrapped handlers are still the handlers, and look-ups may hold nothing.
// file: src/orders.js
const asyncHandler = require("express-async-handler");
const { PrismaClient } = require("@prisma/client");

const prisma = new PrismaClient();
const orders = {
  remove: async (req, res) => { // expect: missing-authentication
    await prisma.order.delete({ where: { id: req.params.id } });
    res.end();
  },
};
for (const key of Object.keys(orders)) orders[key] = asyncHandler(orders[key]);
module.exports = orders;

// file: src/server.js
const express = require("express");
const jwt = require("jsonwebtoken");
const orders = require("./orders");
const { prisma } = require("./db");

const OPEN = {};
for (const path of ["/login", "/health"]) OPEN[path] = true;

const app = express();
app.delete("/orders/:id", orders.remove);
app.use((req, res, next) => {
  if (OPEN[req.path]) return next();
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
});
app.put("/orders/:id", async (req, res) => {
  await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } }); // silent: the login stands ahead
  res.end();
});

// file: src/db.js
const { PrismaClient } = require("@prisma/client");
exports.prisma = new PrismaClient();
