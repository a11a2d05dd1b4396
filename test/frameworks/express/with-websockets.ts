// file: src/index.js
const express = require("express");
const expressWs = require("express-ws");
const orders = require("./orders");
const { app } = expressWs(express());
app.get("/health", (req, res) => res.end()); // entry: GET /health
app.use("/v1", orders);
app.ws("/echo", (socket, req) => socket.send("x")); // entry: socket /echo
app.listen(3000);

// file: src/orders.js
const { Router } = require("express");
const router = Router();
router.get("/orders", (req, res) => res.json([])); // entry: GET /v1/orders
module.exports = router;
