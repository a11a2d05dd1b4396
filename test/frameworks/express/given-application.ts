// Functions that are given the application by somebody out of sight: the file itself names the framework.

// file: routes/products.js
const express = require("express");
module.exports = (app) => {
  app.route("/products").get((req, res) => res.json([])); // entry: GET /products
  app.query("/products/search", (req, res) => res.json([])); // entry: QUERY /products/search
};
// file: routes/both.js
const express = require("express");
const fastify = require("fastify");
module.exports = (app) => {
  app.get("/either", (req, res) => res.json([]));
};
// file: lib/client.js
module.exports = (app) => {
  app.get("/elsewhere", (error, found) => found);
};
