import express from "express";
import { jwtVerify } from "jose";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", async (req, res) => {
  const { payload } = await jwtVerify(String(req.headers.authorization), new TextEncoder().encode(process.env.JWT_SECRET)); // guard: authentication jwtVerify
  await pool.query("DELETE FROM carts WHERE id = $1 AND owner = $2", [req.params.id, payload.sub]); // effect: write postgres carts, delete
  res.end();
});
