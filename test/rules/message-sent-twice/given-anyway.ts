// A row that comes back whether it was there before or not tells no repeat: `DO UPDATE … RETURNING`, and its like.
// file: package.json
{ "dependencies": { "express": "4", "nodemailer": "6", "mongoose": "8", "pg": "8", "drizzle-orm": "0.40", "knex": "3", "kysely": "0.27", "@supabase/supabase-js": "2" } }
// file: src/server.ts
import { createClient } from "@supabase/supabase-js";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import express from "express";
import createKnex from "knex";
import { Kysely, PostgresDialect } from "kysely";
import mongoose from "mongoose";
import nodemailer from "nodemailer";
import pg from "pg";

const app = express();
app.use(express.json());
const mailer = nodemailer.createTransport(process.env.SMTP_URL);
const pool = new pg.Pool();
const db = drizzle(pool);
const knex = createKnex({ client: "pg" });
const kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
const supabase = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY);
const guests = pgTable("guests", { id: uuid("id").primaryKey(), email: text("email").unique(), name: text("name") });
const Guest = mongoose.model("guest", new mongoose.Schema({ email: String, name: String, ticket: String }));

app.post("/sql", async (req, res) => {
  const { rows } = await pool.query(
    "INSERT INTO guests (email, name) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET name = $2 RETURNING *",
    [req.body.email, req.body.name],
  );
  if (rows.length === 0) return res.sendStatus(500);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/sql/nothing", async (req, res) => {
  const { rows } = await pool.query(
    "INSERT INTO guests (email, name) VALUES ($1, $2) ON CONFLICT (email) DO NOTHING RETURNING *",
    [req.body.email, req.body.name],
  );
  if (rows.length === 0) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: no row comes back the second time
  res.sendStatus(201);
});

app.post("/sql/where", async (req, res) => {
  const { rows } = await pool.query(
    "INSERT INTO guests (email, name) VALUES ($1, $2) ON CONFLICT (email) DO UPDATE SET name = $2 WHERE guests.name IS NULL RETURNING *",
    [req.body.email, req.body.name],
  );
  if (rows.length === 0) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: a row that has a name is left out
  res.sendStatus(201);
});

app.post("/drizzle", async (req, res) => {
  const [guest] = await db
    .insert(guests)
    .values({ email: req.body.email, name: req.body.name })
    .onConflictDoUpdate({ target: guests.email, set: { name: req.body.name } })
    .returning();
  if (!guest) throw new Error("no guest");
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/drizzle/version", async (req, res) => {
  const [guest] = await db
    .insert(guests)
    .values({ email: req.body.email, name: req.body.name })
    .onConflictDoUpdate({ target: guests.email, set: { name: req.body.name } })
    .returning({ id: guests.id, isNew: sql`xmax = 0` });
  if (!guest?.isNew) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: the database tells whether it was added
  res.sendStatus(201);
});

app.post("/knex", async (req, res) => {
  const [guest] = await knex("guests").insert({ email: req.body.email }).onConflict("email").merge().returning("*");
  if (!guest) throw new Error("no guest");
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/knex/ignore", async (req, res) => {
  const [guest] = await knex("guests").insert({ email: req.body.email }).onConflict("email").ignore().returning("*");
  if (!guest) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: no row comes back the second time
  res.sendStatus(201);
});

app.post("/mongoose", async (req, res) => {
  const guest = await Guest.findOneAndUpdate(
    { email: req.body.email },
    { name: req.body.name },
    { new: true, upsert: true },
  );
  if (!guest) return res.sendStatus(500);
  await mailer.sendMail({ to: guest.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/supabase", async (req, res) => {
  const { data } = await supabase.from("guests").upsert({ email: req.body.email }, { onConflict: "email" }).select().single();
  if (!data) return res.sendStatus(500);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

// What is emptied on the way of the message is not found by it again.
app.post("/tickets", async (req, res) => {
  const guest = await Guest.findOne({ ticket: req.body.ticket });
  if (!guest) return res.sendStatus(404);
  if (guest && req.body.name) {
    guest.ticket = "";
    await guest.save();
    await mailer.sendMail({ to: guest.email }); // silent: the ticket is gone
  }
  res.sendStatus(204);
});

app.post("/tickets/kept", async (req, res) => {
  const guest = await Guest.findOne({ ticket: req.body.ticket });
  if (!guest) return res.sendStatus(404);
  if (req.body.leaves) {
    guest.ticket = "";
    await guest.save();
  }
  await mailer.sendMail({ to: guest.email }); // expect: message-sent-twice
  res.sendStatus(204);
});

app.post("/kysely", async (req, res) => {
  const guest = await kysely
    .insertInto("guests")
    .values({ email: req.body.email, name: req.body.name })
    .onConflict((oc) => oc.column("email").doUpdateSet({ name: req.body.name }))
    .returningAll()
    .executeTakeFirst();
  if (!guest) return res.sendStatus(500);
  await mailer.sendMail({ to: req.body.email }); // expect: message-sent-twice
  res.sendStatus(201);
});

app.post("/kysely/nothing", async (req, res) => {
  const guest = await kysely
    .insertInto("guests")
    .values({ email: req.body.email, name: req.body.name })
    .onConflict((oc) => oc.columns(["email"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!guest) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: no row comes back the second time
  res.sendStatus(201);
});

app.post("/kysely/where", async (req, res) => {
  const guest = await kysely
    .insertInto("guests")
    .values({ email: req.body.email, name: req.body.name })
    .onConflict((oc) => oc.column("email").doUpdateSet({ name: req.body.name }).where("guests.name", "is", null))
    .returningAll()
    .executeTakeFirst();
  if (!guest) return res.sendStatus(200);
  await mailer.sendMail({ to: req.body.email }); // silent: a row that has a name is left out
  res.sendStatus(201);
});
