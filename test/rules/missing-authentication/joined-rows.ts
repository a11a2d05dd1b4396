// A table that is joined is read for the rows of another: showing the other shows nothing of who may change it.
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import express from "express";
import jwt from "jsonwebtoken";

const db = drizzle(process.env.DATABASE_URL!);
const stalls = pgTable("stalls", { id: uuid().primaryKey(), name: text(), keeper: uuid() });
const goods = pgTable("goods", { id: uuid().primaryKey(), stall: uuid(), name: text() });

const app = express();
app.get("/goods", async (req, res) => {
  res.json(await db.select({ good: goods.name, stall: stalls.name }).from(goods).innerJoin(stalls, eq(stalls.id, goods.stall)));
});
app.patch("/goods/:id", async (req, res) => { // expect: missing-authentication
  res.json(await db.update(goods).set({ name: String(req.body.name) }).where(eq(goods.id, req.params.id)));
});
app.get("/stalls/mine", async (req, res) => {
  const person = jwt.verify(req.headers.authorization!, process.env.KEY!) as { id: string };
  res.json(await db.select().from(stalls).where(eq(stalls.keeper, person.id)));
});
app.listen(3000);
