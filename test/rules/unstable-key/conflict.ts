import { randomInt } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import express from "express";

const app = express();
const db = drizzle(process.env.DATABASE_URL ?? "");
const deliveries = pgTable("deliveries", { id: integer("id").primaryKey(), body: text("body") });

app.post("/deliveries", async (req, res) => {
  await db.insert(deliveries).values({ id: randomInt(1000), body: req.body.text }).onConflictDoNothing({ target: deliveries.id }); // expect: unstable-key
  res.end();
});
app.post("/known-deliveries", async (req, res) => {
  await db.insert(deliveries).values({ id: req.body.id, body: req.body.text }).onConflictDoNothing({ target: deliveries.id }); // silent: the client's own id
  res.end();
});
