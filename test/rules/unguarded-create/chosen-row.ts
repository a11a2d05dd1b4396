import { createClient } from "@supabase/supabase-js";
import express from "express";

const supabase = createClient(process.env["URL"] as string, process.env["KEY"] as string);
const app = express();

app.post("/addresses", async (req, res) => {
  await supabase.from("addresses").insert({ owner: req.body.owner, city: req.body.city }); // expect: unguarded-create
  res.end();
});

app.post("/seats", async (req, res) => {
  await supabase.from("seats").insert({ owner: req.body.owner, place: req.body.place }); // silent: one that is not gone holds the place
  res.end();
});

// file: supabase/migrations/1_tables.sql
CREATE TABLE addresses (id uuid PRIMARY KEY, owner uuid NOT NULL, city text, is_default boolean);
CREATE UNIQUE INDEX one_default ON addresses (owner) WHERE is_default = true;
CREATE TABLE seats (id uuid PRIMARY KEY, owner uuid NOT NULL, place text, deleted_at timestamptz);
CREATE UNIQUE INDEX one_seat ON seats (place) WHERE deleted_at IS NULL;
