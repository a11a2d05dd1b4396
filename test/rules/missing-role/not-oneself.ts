// That nobody may remove themselves says nothing of who may remove others.
import express from "express";
import session from "express-session";
import pg from "pg";

const pool = new pg.Pool();
const app = express();
app.use(session({ secret: process.env.KEY }));
app.use((req, res, next) => (req.session.userId ? next() : res.sendStatus(401)));

app.delete("/admin/users/:id", async (req, res) => { // expect: missing-role
  if (req.params.id === req.session.userId) throw new Error("not yourself");
  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/admin/notes/:id", async (req, res) => { // silent: it is their own
  if (req.params.id !== req.session.userId) throw new Error("only yourself");
  await pool.query("DELETE FROM notes WHERE user_id = $1", [req.params.id]);
  res.end();
});
app.listen(3000);
