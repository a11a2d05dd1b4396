import { createMongoAbility, ForbiddenError } from "@casl/ability";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", async (req, res) => {
  const ability = createMongoAbility(req.user.rules);
  ForbiddenError.from(ability).throwUnlessCan("delete", "Cart"); // guard: role ForbiddenError.from(…).throwUnlessCan
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", async (req, res) => {
  const ability = createMongoAbility(req.user.rules);
  if (ability.cannot("delete", "Wish")) return res.status(403).end(); // guard: role ability.cannot
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  return res.end();
});
