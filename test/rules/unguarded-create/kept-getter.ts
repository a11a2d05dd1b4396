import express from "express";
import { drizzle } from "drizzle-orm/node-postgres";
import { integer, pgTable, text } from "drizzle-orm/pg-core";

const primary = drizzle(process.env.DATABASE_URL!);
const notes = pgTable("notes", { id: text("id"), size: integer("size") });
const replicated = (db: typeof primary) => ({
  ...db,
  get insert() {
    return db.insert.bind(db);
  },
  get name() {
    return "replicated";
  },
});
const database = replicated(primary);
const app = express();

app.post("/notes", async (req, res) => {
  await database.insert(notes).values({ size: req.body.size }); // expect: unguarded-create
  res.end();
});
app.get("/notes", async (req, res) => { // silent: it only tells its name
  res.json(database.name);
});
