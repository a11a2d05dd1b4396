import express from "express";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
const Body = z.object({ id: z.string() });
const app = express();

app.post("/a", async (req, res) => {
  const { id } = Body.parse(req.body); // guard: validation Body.parse
  await pool.query("DELETE FROM carts WHERE id = $1", [id]); // effect: write postgres carts, delete
  res.end();
});

app.post("/b", async (req, res) => {
  const parsed = Body.safeParse(req.body); // guard: validation Body.safeParse
  if (!parsed.success) return res.status(400).json(parsed.error); // guard: validation inline check
  await pool.query("DELETE FROM wishes WHERE id = $1", [parsed.data.id]); // effect: write postgres wishes, delete
  return res.end();
});
