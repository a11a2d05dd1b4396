// Addresses that begin with a project's id come after those that begin with a word: the project's guard is for the first alone.
import express, { type RequestHandler } from "express";
import { Pool } from "pg";

const pool = new Pool();
const app = express();
const requireMember: RequestHandler = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.delete("/drafts/:id", async (req, res) => { // silent: drafts are no project
  await pool.query("DELETE FROM drafts WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/:project/orders/:id", async (req, res) => { // expect: guard-after-route
  await pool.query("DELETE FROM orders WHERE id = $1 AND project = $2", [req.params.id, req.params.project]);
  res.end();
});
app.use("/:project", requireMember);
app.delete("/:project/invoices/:id", async (req, res) => { // silent: the guard stands above
  await pool.query("DELETE FROM invoices WHERE id = $1 AND project = $2", [req.params.id, req.params.project]);
  res.end();
});
