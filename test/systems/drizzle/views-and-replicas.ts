import { eq, isNull, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgMaterializedView, pgTable, pgView, text, uuid, withReplicas } from "drizzle-orm/pg-core";
import express from "express";
import { Pool } from "pg";

const notes = pgTable("notes", { id: uuid("id").primaryKey(), body: text("body"), goneAt: text("gone_at") });
const liveNotes = pgView("live_notes").as((builder) => builder.select().from(notes).where(isNull(notes.goneAt)));
const busyPeople = pgMaterializedView("busy_people", { id: uuid("id") }).as(sql`select person from meetings`);
const oldNotes = pgView("old_notes", { id: uuid("id") }).existing();

const primary = drizzle({ client: new Pool() });
const replica = process.env.REPLICA ? drizzle({ client: new Pool() }) : undefined;
const db = replica ? withReplicas(primary, [replica]) : primary;
type Connection = Omit<typeof db, "$client">;

const app = express();
app.get("/notes/:id", async (req, res) => {
  res.json(await db.select().from(liveNotes).where(eq(liveNotes.id, req.params.id))); // effect: read postgres notes
});
app.get("/people", async (_req, res) => {
  res.json(await db.select().from(busyPeople)); // effect: read postgres busy_people
});
app.get("/old", async (_req, res) => {
  res.json(await db.select().from(oldNotes)); // effect: read postgres old_notes
});
app.patch("/notes/:id", async (req, res) => {
  await change(db, req.params.id, req.body);
  res.end();
});

async function change(connection: Connection, id: string, data: object) {
  await connection.update(notes).set(data).where(eq(notes.id, id)); // effect: write postgres notes, set
}
