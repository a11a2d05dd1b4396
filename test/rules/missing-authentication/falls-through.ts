import express from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

const signedIn = (req, res, next) => {
  req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
};

const early = express.Router();
early.delete("/parcels/:id", async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM parcels WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

const guarded = express.Router();
guarded.use(signedIn);
guarded.get("/depots", async (req, res) => {
  res.json(await pool.query("SELECT id FROM depots WHERE owner_id = $1", [req.user.id]));
});

// What no route of the guarded router takes goes on here: through its middleware.
const late = express.Router();
late.delete("/vans/:id", async (req, res) => { // silent: the router mounted before asks for a login
  await pool.query("DELETE FROM vans WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.use("/api", early);
app.use("/api", guarded);
app.use("/api", late);
app.listen(3000);
