import express from "express";
import jwt from "jsonwebtoken";
import pg from "pg";
import { chiefs, deputies } from "./office";

const pool = new pg.Pool();
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.KEY);
    next();
  } catch {
    res.status(401).end();
  }
});

app.delete("/admin/halls/:id", async (req, res) => {
  if (!req.user && req.user.role !== "admin") { // expect: guard-never-denies
    return res.status(403).end();
  }
  await pool.query("DELETE FROM halls WHERE id = $1", [req.params.id]);
  res.end();
}); 
app.delete("/admin/seats/:id", async (req, res) => {
  if (!req.user || req.user.role !== "admin") { // silent: one of them is enough
    return res.status(403).end();
  }
  await pool.query("DELETE FROM seats WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/admin/rows/:id", async (req, res) => {
  if (req.user && req.user.role !== "admin") { // silent: nobody comes here without a user
    return res.status(403).end();
  }
  await pool.query("DELETE FROM rows WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/admin/tiers/:id", async (req, res) => {
  const isChief = await chiefs.has(req.user.id);
  const isDeputy = !isChief && (await deputies.has(req.user.id));
  if (!isChief && !isDeputy) { // silent: a deputy is asked for where there is no chief
    return res.status(403).end();
  }
  await pool.query("DELETE FROM tiers WHERE id = $1", [req.params.id]);
  res.end();
});
app.listen(3000);
