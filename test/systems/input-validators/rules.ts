import vine from "@vinejs/vine";
import express from "express";
import FastestValidator from "fastest-validator";
import { Validator } from "node-input-validator";
import { Pool } from "pg";
import Rules from "validatorjs";

const pool = new Pool();
const check = new FastestValidator().compile({ id: "string" });
const schema = vine.compile(vine.object({ id: vine.string() }));
const app = express();

app.post("/a", async (req, res) => {
  const validator = new Validator(req.body, { id: "required|string" });
  validator.addPostRule(async (provider) => provider.error("id", "custom", "no"));
  if (!(await validator.check())) return res.status(422).json(validator.errors); // guard: validation validator.check // guard: validation inline check
  await pool.query("DELETE FROM carts WHERE id = $1", [req.body.id]); // effect: write postgres carts, delete
  res.end();
});

app.post("/b", async (req, res) => {
  if (new Rules(req.body, { id: "required" }).fails()) return res.sendStatus(422); // guard: validation new Rules(…, …).fails // guard: validation inline check
  if (check(req.body) !== true) return res.sendStatus(422); // guard: validation check // guard: validation inline check
  const { id } = await schema.validate(req.body); // guard: validation schema.validate
  await pool.query("DELETE FROM wishes WHERE id = $1", [id]); // effect: write postgres wishes, delete
  return res.end();
});
