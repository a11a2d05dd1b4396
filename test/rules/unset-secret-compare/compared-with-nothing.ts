// A variable that is not set is refused by a comparison with `null` or `undefined`, as well as by `!`.
import express from "express";
import pg from "pg";

const app = express();
const pool = new pg.Pool();

app.post("/deliveries", async (req, res) => {
  const token = process.env.DELIVERY_TOKEN;
  if (token == null) return res.sendStatus(503);
  if (token !== "" && req.headers["x-token"] !== token) return res.sendStatus(403); // silent: refused above where it is not set
  await pool.query("UPDATE parcels SET delivered = true");
  res.sendStatus(204);
});

app.post("/returns", async (req, res) => {
  const token = process.env.RETURNS_TOKEN;
  if (token === undefined || req.headers["x-token"] !== token) return res.sendStatus(403); // silent: by the same test
  await pool.query("UPDATE parcels SET returned = true");
  res.sendStatus(204);
});

app.post("/losses", async (req, res) => {
  const token = process.env.LOSSES_TOKEN;
  if (token !== undefined && req.headers["x-token"] !== token) return res.sendStatus(403); // expect: unset-secret-compare
  await pool.query("UPDATE parcels SET lost = true");
  res.sendStatus(204);
});
