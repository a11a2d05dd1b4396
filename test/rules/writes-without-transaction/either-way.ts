import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { is } from "drizzle-orm";
import { SQLiteTransaction, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import express from "express";

const app = express();
const tours = sqliteTable("tours", { id: integer("id").primaryKey(), name: text("name") });
const stops = sqliteTable("stops", { id: integer("id").primaryKey(), tour: integer("tour") });
const client = drizzle(new Database("tours.db"));

async function inTransaction<T>(given: { db?: any }, work: (tx: any) => Promise<T>): Promise<T> {
  const db = given.db ?? client;
  if ("rollback" in db) return work(db);
  return client.transaction(work);
}

app.post("/tours", async (req, res) => {
  await inTransaction({ db: req.app.get("db") }, async (tx) => {
    const tour = await tx.insert(tours).values({ name: req.body.name }).returning().get();
    await tx.insert(stops).values({ tour: tour.id }); // silent: on either way it stands in a transaction
  });
  res.end();
});
app.post("/tours/plain", async (req, res) => {
  const tour = await client.insert(tours).values({ name: req.body.name }).returning().get();
  await client.insert(stops).values({ tour: tour.id }); // expect: writes-without-transaction
  res.end();
});

import { runLater } from "some-runner";

async function open<T>(given: { db?: any }, work: (tx: any) => Promise<T>): Promise<T> {
  const db = given.db ?? client;
  if (is(db, SQLiteTransaction)) return work(db);
  return runLater.start(runLater.of(() => db.transaction(work)));
}

app.post("/tours/open", async (req, res) => {
  await open({ db: req.app.get("db") }, async (tx) => {
    const tour = await tx.insert(tours).values({ name: req.body.name }).returning().get();
    await tx.insert(stops).values({ tour: tour.id }); // silent: it asks whether one is open
  });
  res.end();
});
