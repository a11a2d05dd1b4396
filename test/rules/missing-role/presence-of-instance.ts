// That an instance is there says nothing of the columns that it was made from.
import express from "express";
import session from "express-session";
import { Pool } from "pg";

const app = express();
const pool = new Pool();
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

class Ledger {
  constructor(
    readonly id: string,
    readonly owner: string,
  ) {}
}

async function ledgerOf(req: express.Request) {
  const found = await pool.query("SELECT id, owner FROM ledgers WHERE keeper = $1", [req.session.userId]);
  return found.rows[0] ? new Ledger(found.rows[0].id, found.rows[0].owner) : null;
}

app.delete("/admin/ledgers", async (req, res) => { // expect: missing-role
  if (!req.session.userId) return res.sendStatus(401);
  if (!(await ledgerOf(req))) return res.sendStatus(404);
  await pool.query("DELETE FROM ledgers WHERE closed = true");
  res.end();
});

app.post("/admin/ledgers", async (req, res) => { // silent: the owner is asked
  if (!req.session.userId) return res.sendStatus(401);
  if (!req.session.isAdmin) return res.sendStatus(403);
  await pool.query("UPDATE ledgers SET closed = true");
  res.end();
});
