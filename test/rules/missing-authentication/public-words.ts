// file: src/app.ts
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(express.json());

app.get("/private", (req, res) => { // silent: nothing is read
  if (!req.user) return res.sendStatus(401);
  res.end();
});

app.put("/orders/:id/status", async (req, res) => { // expect: missing-authentication
  await pool.query("UPDATE orders SET status = $2 WHERE id = $1", [req.params.id, req.body.status]);
  res.end();
});

app.post("/bookings/:id/confirm", async (req, res) => { // expect: missing-authentication
  await pool.query("UPDATE bookings SET confirmed = true WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/docs/:id", async (req, res) => { // expect: missing-authentication
  await pool.query("DELETE FROM docs WHERE id = $1", [req.params.id]);
  res.end();
});

app.post("/register", async (req, res) => { // silent: the way in
  await pool.query("INSERT INTO users (email) VALUES ($1) ON CONFLICT DO NOTHING", [req.body.email]);
  res.end();
});

app.post("/invitations/:token/confirm", async (req, res) => { // silent: the token is the credential
  await pool.query("UPDATE members SET joined = true WHERE id = $1", [req.body.id]);
  res.end();
});

app.get("/status", async (req, res) => { // silent: everybody may look
  res.json(await pool.query("SELECT * FROM accounts"));
});

app.post("/auth/login", async (req, res) => { // silent: the way in
  await pool.query("UPDATE users SET seen = true WHERE email = $1", [req.body.email]);
  res.end();
});
