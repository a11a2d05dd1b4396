const express = require("express");
const jwt = require("jsonwebtoken");
const { CartItems } = require("./models");

const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/cart", async (req, res) => res.json(await CartItems.findAll({ where: { user_id: req.user.id } })));

app.delete("/cart/:id", async (req, res) => {
  await CartItems.destroy({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
