import express from "express";
import basicAuth from "express-basic-auth";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.use("/admin", basicAuth({ users: { admin: process.env.ADMIN_PASSWORD! } })); // guard: authentication basicAuth(…)
app.delete("/admin/:id", async (req, res) => {
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});
