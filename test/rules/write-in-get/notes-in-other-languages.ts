// Who looked at what is noted, in whatever language the table is called.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
app.get("/contratos/:id", async (req, res) => {
  await pool.query("INSERT INTO contrato_accesos (contrato_id) VALUES ($1)", [req.params.id]); // silent
  await pool.query("INSERT INTO bitacora (hecho) VALUES ($1)", [req.params.id]); // silent
  res.json((await pool.query("SELECT titulo FROM contratos WHERE id = $1", [req.params.id])).rows);
});
app.get("/contratos/:id/firmar", async (req, res) => {
  await pool.query("UPDATE contratos SET firmado = true WHERE id = $1", [req.params.id]); // expect: write-in-get
  res.end();
});
