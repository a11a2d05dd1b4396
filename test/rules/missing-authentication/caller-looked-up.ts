// The row that tells who is calling is read before anybody is known: that read is the check.
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

async function currentUser(req: express.Request) {
  const found = await pool.query("SELECT id, role, email FROM users WHERE token = $1", [req.get("x-token")]);
  return found.rows[0];
}

app.get("/admin/orders", async (req, res) => { // silent: the handler asks who is calling
  const user = await currentUser(req);
  if (!user) return res.sendStatus(401);
  if (user.role !== "admin") return res.sendStatus(403);
  const found = await pool.query("SELECT id, total FROM orders");
  res.json(found.rows);
});

app.get("/admin/users", async (req, res) => { // expect: missing-authentication
  const found = await pool.query("SELECT id, email FROM users WHERE email = $1", [req.query.email]);
  if (!found.rows[0]) return res.sendStatus(404);
  res.json(found.rows[0]);
});
