import { celebrate, Joi } from "celebrate";
import express from "express";
import { body, validationResult } from "express-validator";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", body("id").isUUID(), async (req, res) => { // guard: validation body("id").isUUID()
  if (!validationResult(req).isEmpty()) return res.status(400).end(); // guard: validation validationResult
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  return res.end();
});

app.delete("/b/:id", celebrate({ body: Joi.object({}) }), async (req, res) => { // guard: validation celebrate(…)
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
