// The status of the answer is set by a statement of its own.
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();

async function clerk(pin: string) {
  const found = await pool.query("SELECT id, name FROM clerks WHERE pin = $1", [pin]);
  return found.rows[0];
}

app.post("/tills/open", async (req, res) => { // silent: 401
  if (!(await clerk(req.body.pin))) {
    res.status(401);
    res.json({ error: "no such clerk" });
    return;
  }
  await pool.query("UPDATE tills SET open = true WHERE id = $1", [req.body.till]);
  res.end();
});

app.post("/tills/close", async (req, res) => { // silent: 401
  if (!(await clerk(req.body.pin))) {
    res.statusCode = 401;
    return res.end();
  }
  await pool.query("UPDATE tills SET open = false WHERE id = $1", [req.body.till]);
  res.end();
});

app.post("/tills/count", async (req, res) => { // silent: the errors' handler answers with what was set
  if (!(await clerk(req.body.pin))) {
    res.status(401);
    throw new Error("Who are you?");
  }
  await pool.query("UPDATE tills SET counted = true WHERE id = $1", [req.body.till]);
  res.end();
});

app.post("/tills/move", async (req, res) => { // expect: missing-authentication
  const found = await pool.query("SELECT id FROM tills WHERE id = $1", [req.body.till]);
  if (!found.rows[0]) {
    res.status(404);
    res.json({ error: "no such till" });
    return;
  }
  await pool.query("UPDATE tills SET place = $2 WHERE id = $1", [req.body.till, req.body.place]);
  res.end();
});

app.post("/tills/sell", async (req, res) => { // expect: missing-authentication
  if (req.headers["x-old-client"]) res.status(401);
  const found = await pool.query("SELECT id FROM tills WHERE id = $1", [req.body.till]);
  if (!found.rows[0]) {
    res.json({ error: "no such till" });
    return;
  }
  await pool.query("UPDATE tills SET sold = true WHERE id = $1", [req.body.till]);
  res.end();
});
