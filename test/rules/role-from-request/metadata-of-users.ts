// What a user may write themselves says nothing of what they may do.

// file: src/admin.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { createClient } from "@supabase/supabase-js";
import { Pool } from "pg";

const pool = new Pool();
const prisma = new PrismaClient();
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
const app = express();

app.delete("/courses/:id", async (req, res) => {
  const { data } = await supabase.auth.getUser(req.headers.authorization);
  if (!data.user) return res.sendStatus(401);
  if (data.user.user_metadata.role !== "admin") return res.sendStatus(403); // expect: role-from-request
  await pool.query("DELETE FROM courses WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/lessons/:id", async (req, res) => {
  const { data } = await supabase.auth.getUser(req.headers.authorization);
  if (!data.user) return res.sendStatus(401);
  if (data.user.app_metadata.role !== "admin") return res.sendStatus(403); // silent: the server alone writes it
  await pool.query("DELETE FROM lessons WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});

app.delete("/notes/:id", async (req, res) => {
  const { data } = await supabase.auth.getUser(req.headers.authorization);
  if (!data.user) return res.sendStatus(401);
  const kept = await prisma.userMetadata.findUnique({ where: { userId: data.user.id } });
  if (kept.role !== "admin") return res.sendStatus(403); // silent: a table of the service's own
  await pool.query("DELETE FROM notes WHERE id = $1", [req.params.id]);
  res.sendStatus(204);
});
