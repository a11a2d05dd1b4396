import express from "express";
import { expressjwt } from "express-jwt";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const open = express.Router();

open.use(expressjwt({ secret: "", algorithms: ["HS256"], credentialsRequired: false }));
open.delete("/b/:id", async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
app.use("/open", open);

app.use(expressjwt({ secret: process.env.JWT_SECRET!, algorithms: ["HS256"] })); // guard: authentication expressjwt(…)
app.delete("/a/:id", async (req, res) => {
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});
