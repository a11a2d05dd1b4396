import express, { type Request } from "express";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const app = express();

async function verifyEditor(req: Request) {
  const token = req.headers.authorization;
  if (!token) return { error: "no token", status: 401 };
  try {
    const user = jwt.verify(token, process.env.JWT_SECRET!);
    if (user.role !== "editor") return { error: "not an editor", status: 403 };
    return { user };
  } catch {
    return { error: "bad token", status: 401 };
  }
}
function mayEdit(user: { role: string }) {
  return { allowed: user.role === "editor", reason: "role" };
}
function ticketOf(req: Request) {
  return { holder: req.headers["x-holder"], seat: req.headers["x-seat"] };
}
async function editorOrNothing(req: Request) {
  const verdict = await verifyEditor(req);
  if (verdict.error) return null;
  return verdict;
}

app.delete("/articles/:id", async (req, res) => {
  const verdict = await verifyEditor(req);
  if (!verdict) return res.sendStatus(401); // expect: guard-never-denies
  //  ^^^^^^^^ verdict is an object, and so always true, also when it says no. Ask for its "error".
  await pool.query("DELETE FROM articles WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/pages/:id", async (req, res) => {
  if (!(await verifyEditor(req))) throw Object.assign(new Error("no"), { status: 403 }); // expect: guard-never-denies
  await pool.query("DELETE FROM pages WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/drafts/:id", async (req, res) => {
  const user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  const verdict = mayEdit(user);
  if (!verdict) return res.status(403).end(); // expect: guard-never-denies
  await pool.query("DELETE FROM drafts WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/notes/:id", async (req, res) => {
  if ((await verifyEditor(req)) === null) return res.sendStatus(401); // expect: guard-never-denies
  await pool.query("DELETE FROM notes WHERE id = $1", [req.params.id]);
  res.end();
});

app.delete("/authors/:id", async (req, res) => { // silent: it asks what the verdict says
  const verdict = await verifyEditor(req);
  if (verdict.error) return res.sendStatus(verdict.status);
  await pool.query("DELETE FROM authors WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/topics/:id", async (req, res) => { // silent: there, and allowed
  const user = jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  const verdict = mayEdit(user);
  if (!verdict || !verdict.allowed) return res.sendStatus(403);
  await pool.query("DELETE FROM topics WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/series/:id", async (req, res) => { // silent: nothing is there where it was refused
  const verdict = await editorOrNothing(req);
  if (!verdict) return res.sendStatus(401);
  await pool.query("DELETE FROM series WHERE id = $1", [req.params.id]);
  res.end();
});
app.delete("/tickets/:id", async (req, res) => { // silent: it is no verdict
  jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!);
  const ticket = ticketOf(req);
  if (!ticket) return res.sendStatus(401);
  await pool.query("DELETE FROM tickets WHERE id = $1", [req.params.id]);
  res.end();
});
