import express from "express";
import jwt from "jsonwebtoken";
import pg from "pg";

const pool = new pg.Pool();
const app = express();

function callerOf(req) {
  try {
    return jwt.verify(req.headers.authorization, process.env.KEY);
  } catch {
    return null;
  }
}

app.delete("/coupons/:id", async (req, res) => {
  const user = callerOf(req);
  if (!user || user.role !== "admin") {
    if (!user) { // expect: guard-never-denies
      return res.status(403).end();
    }
  }
  await pool.query("DELETE FROM coupons WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/rates/:id", async (req, res) => {
  const user = callerOf(req);
  if (!user || user.role !== "admin") {
    if (!user) return res.status(401).end(); // silent: the other is refused right behind it
    return res.status(403).end();
  }
  await pool.query("DELETE FROM rates WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/halls/:id", async (req, res) => {
  const user = callerOf(req);
  if (!user || user.role !== "admin") {
    if (!user) return res.status(401).end(); // silent: what follows is for administrators
  } else {
    await pool.query("DELETE FROM halls WHERE id = $1", [req.params.id]);
  }
  res.end();
});
app.delete("/notes/:id", async (req, res) => {
  const user = callerOf(req);
  let limit = "";
  if (!user || user.role !== "admin") {
    if (!user) return res.status(401).end(); // silent: whoever is no administrator is limited to own rows
    limit = " AND owner = $2";
  }
  await pool.query(`DELETE FROM notes WHERE id = $1${limit}`, [req.params.id, user.id]);
  res.end();
});
app.delete("/seats/:id", async (req, res) => {
  const user = callerOf(req);
  if (!user || user.role !== "admin") {
    if (!user) return res.status(401).end(); // silent: the right is asked for again
  }
  if (user.role !== "admin") return res.status(403).end();
  await pool.query("DELETE FROM seats WHERE id = $1", [req.params.id]);
  res.end();
});
app.listen(3000);
