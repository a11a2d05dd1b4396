import { betterAuth } from "better-auth";
import { fromNodeHeaders } from "better-auth/node";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const auth = betterAuth({ database: pool });
const app = express();

app.delete("/a/:id", async (req, res) => {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(req.headers) }); // guard: authentication auth.api.getSession
  if (!session) return res.status(401).end(); // guard: authentication inline check
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  await auth.api.createUser({ body: { email: req.body.email } }); // effect: write better-auth, insert
  return res.end();
});
