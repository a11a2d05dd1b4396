import express from "express";
import { auth, requiredScopes } from "express-oauth2-jwt-bearer";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", auth({ audience: "shop" }), requiredScopes("delete:carts"), async (req, res) => { // guard: authentication auth(…) // guard: role requiredScopes("delete:carts")
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", auth({ authRequired: false }), async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
