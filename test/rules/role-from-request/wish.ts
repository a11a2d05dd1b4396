// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

app.post("/invitations", async (req, res) => { // silent: a manager may give the lowest role only
  if (!(req as any).user) return res.sendStatus(401);
  if ((req as any).user.role === "manager" && req.body.role !== "member") return res.sendStatus(403);
  await pool.query("INSERT INTO invitations (email) VALUES ($1) ON CONFLICT DO NOTHING", [req.body.email]);
  res.end();
});

app.delete("/reports/:id", async (req, res) => {
  if (req.headers["x-role"] !== "admin") return res.sendStatus(403); // expect: role-from-request
  await pool.query("DELETE FROM reports WHERE id = $1", [req.params.id]);
  res.end();
});
