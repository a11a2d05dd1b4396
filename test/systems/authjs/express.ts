import { getSession } from "@auth/express";
import express from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

app.delete("/a/:id", async (req, res) => {
  const session = await getSession(req, { providers: [] }); // guard: authentication getSession
  if (!session?.user) return res.status(401).end(); // guard: authentication inline check
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  return res.end();
});
