import express from "express";
import { Pool } from "pg";
import { verifySession } from "supertokens-node/recipe/session/framework/express";

const pool = new Pool();
const app = express();

app.delete("/a/:id", verifySession(), async (req, res) => { // guard: authentication verifySession()
  await pool.query("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  res.end();
});

app.delete("/b/:id", verifySession({ sessionRequired: false }), async (req, res) => {
  await pool.query("DELETE FROM wishes WHERE id = $1", [req.params.id]); // effect: write postgres wishes, delete
  res.end();
});
