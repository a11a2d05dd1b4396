import { requireAuth } from "@clerk/express";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", requireAuth, async (req, res) => { // guard: authentication requireAuth
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});
