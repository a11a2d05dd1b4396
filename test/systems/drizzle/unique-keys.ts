// file: src/schema.ts
import { pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";

export const payments = pgTable(
  "payments",
  { id: uuid("id").primaryKey().defaultRandom(), provider: text("provider"), reference: text("reference"), note: text("note") },
  (table) => [uniqueIndex("reference_of_provider").on(table.provider, table.reference)],
);
// file: src/app.ts
import { eq } from "drizzle-orm";
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

app.post("/found", async (req, res) => {
  const [found] = await db.update(payments).set({ note: `${Date.now()}` }).where(eq(payments.id, req.body.id)).returning(); // effect: write postgres payments, set
  await db.insert(payments).values({ provider: "p", reference: found.id }); // effect: write postgres payments, insert, safe
  res.end();
});

app.post("/fresh", async (req, res) => {
  await db.insert(payments).values({ provider: "p", reference: `${Date.now()}` }); // effect: write postgres payments, insert, unsafe
  res.end();
});
