import { ensureLoggedIn } from "connect-ensure-login";
import express from "express";
import { getIronSession } from "iron-session";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", async (req, res) => {
  const session = await getIronSession(req, res, { password: process.env.SESSION_SECRET!, cookieName: "s" }); // guard: authentication getIronSession
  if (!session.user) return res.status(401).end(); // guard: authentication inline check
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  return res.end();
});

app.delete("/b/:id", ensureLoggedIn("/login"), async (req, res) => { // guard: authentication ensureLoggedIn("/login")
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
