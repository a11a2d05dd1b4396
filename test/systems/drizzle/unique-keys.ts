// file: src/schema.ts
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

export const payments = pgTable(
  "payments",
  { id: uuid("id").primaryKey().defaultRandom(), provider: text("provider"), reference: text("reference"), note: text("note") },
  (table) => [uniqueIndex("reference_of_provider").on(table.provider, table.reference)],
);
// file: src/app.ts
import { drizzle } from "drizzle-orm/node-postgres";
import express from "express";
import { payments } from "./schema";

const db = drizzle(process.env.DATABASE_URL!);
const app = express();

app.post("/payments", async (req, res) => {
  await db.insert(payments).values({ provider: "p", reference: req.body.reference }); // effect: write postgres payments, insert, safe
  res.end();
});

app.post("/notes", async (req, res) => {
  await db.insert(payments).values({ note: req.body.note }); // effect: write postgres payments, insert, unsafe
  res.end();
});
