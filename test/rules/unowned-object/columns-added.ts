// Queries that are built by statements. What may be added or not limits nothing.
import express from "express";
import jwt from "jsonwebtoken";
import knex from "knex";

const db = knex({ client: "pg" });
const app = express();

const requireUser = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.KEY);
  next();
};

app.put("/orders/:id/notes", requireUser, async (req, res) => {
  const query = db("orders");
  query.where("id", req.params.id);
  query.andWhere("owner_id", req.user.id); // silent: only the caller's own
  await query.update({ notes: req.body.notes });
  res.sendStatus(204);
});

app.put("/orders/:id/places", requireUser, async (req, res) => {
  const query = db("orders").where("id", req.params.id);
  Object.entries({ owner_id: req.user.id, open: true }).forEach(([column, wanted]) => {
    query.andWhere(column, wanted); // silent: for each of the two
  });
  await query.update({ place: req.body.place });
  res.sendStatus(204);
});

app.put("/orders/:id/gate", requireUser, async (req, res) => {
  const query = db("orders").where("id", req.params.id);
  req.body.gates.forEach((gate) => {
    query.andWhere("owner_id", req.user.id).andWhere("gate", gate);
  });
  await query.update({ gate: req.body.gate }); // expect: unowned-object
  res.sendStatus(204);
});

app.get("/orders", requireUser, async (req, res) => {
  res.json(await db("orders").where("owner_id", req.user.id));
});
