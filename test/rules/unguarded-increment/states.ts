import express from "express";
import { Pool } from "pg";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const pool = new Pool();

app.post("/fines/:id/lift", async (req, res) => { // silent: Prisma throws where no row is in that state
  await prisma.fine.update({ where: { id: req.params.id, liftedAt: null }, data: { liftedAt: new Date() } });
  await prisma.reader.update({ where: { id: req.body.reader }, data: { fines: { decrement: 1 } } });
  res.end();
});
app.post("/fines/:id/note", async (req, res) => {
  await prisma.fine.update({ where: { id: req.params.id, liftedAt: null }, data: { note: req.body.note } });
  await prisma.reader.update({ where: { id: req.body.reader }, data: { fines: { decrement: 1 } } }); // expect: unguarded-increment
  res.end();
});
app.post("/fines/:id/many", async (req, res) => {
  await prisma.fine.updateMany({ where: { id: req.params.id, liftedAt: null }, data: { liftedAt: new Date() } });
  await prisma.reader.update({ where: { id: req.body.reader }, data: { fines: { decrement: 1 } } }); // expect: unguarded-increment
  res.end();
});
app.post("/articles/:id/publish", async (req, res) => {
  const article = await prisma.article.findUnique({ where: { id: req.params.id } });
  const again = !!article.publishedAt;
  await prisma.article.update({ where: { id: article.id }, data: { publishedAt: again ? article.publishedAt : new Date() } }); // silent: what was there is kept
  res.end();
});
app.post("/settings", async (req, res) => { // silent: keys are set again to the same
  await pool.query("UPDATE readers SET settings = COALESCE(settings, '{}'::jsonb) || $1::jsonb WHERE id = $2", [req.body.settings, req.body.id]);
  res.end();
});
app.post("/polls/:id/votes", async (req, res) => { // silent: only the first vote is counted
  await pool.query(
    `WITH said AS (INSERT INTO votes (poll, reader) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1)
     UPDATE polls SET votes = votes + (SELECT count(*) FROM said) WHERE id = $1`,
    [req.params.id, req.body.reader],
  );
  res.end();
});
app.post("/polls/:id/claps", async (req, res) => {
  await pool.query("UPDATE polls SET claps = claps + 1 WHERE id = $1", [req.params.id]); // expect: unguarded-increment
  res.end();
});
