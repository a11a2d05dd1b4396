// file: supabase/migrations/1_init.sql
create table profiles (id uuid primary key, name text);
create table courses (id uuid primary key, owner_id uuid references profiles (id), title text);
alter table courses enable row level security;
create table notes (id uuid primary key, owner_id uuid references profiles (id), text text);

// file: src/app.ts
import { createClient } from "@supabase/supabase-js";
import express from "express";
import jwt from "jsonwebtoken";

const service = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_SERVICE_ROLE_KEY);
const own = (req) =>
  createClient(process.env.SUPABASE_URL, process.env.SUPABASE_ANON_KEY, {
    global: { headers: { Authorization: req.headers.authorization } },
  });
const app = express();
app.use(express.json(), (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

app.delete("/courses/:id", async (req, res) => {
  await own(req).from("courses").delete().eq("id", req.params.id); // silent: policies decide
  res.sendStatus(204);
});
app.delete("/notes/:id", async (req, res) => {
  await own(req).from("notes").delete().eq("id", req.params.id); // expect: unowned-object
  res.sendStatus(204);
});
app.put("/courses/:id", async (req, res) => {
  await service.from("courses").update({ title: "x" }).eq("id", req.params.id); // expect: unowned-object
  res.sendStatus(204);
});

app.listen(3000);
