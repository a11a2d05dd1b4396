import express from "express";
import { auth, requiresAuth } from "express-openid-connect";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.use(auth({ authRequired: false }));

app.delete("/a/:id", requiresAuth(), async (req, res) => { // guard: authentication requiresAuth()
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});
