// file: src/schema.ts
import { sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const id = () => text("id").primaryKey().$defaultFn(() => crypto.randomUUID());

export const guests = sqliteTable("guests", { id: id(), name: text("name").notNull(), email: text("email") });
export const seats = sqliteTable("seats", { id: id(), row: text("row").notNull(), place: text("place").notNull() }, (t) => [
  uniqueIndex("one").on(t.row, t.place),
]);
// file: src/app.ts
import { zValidator } from "@hono/zod-validator";
import { drizzle } from "drizzle-orm/d1";
import { Hono } from "hono";
import { z } from "zod";
import { guests, seats } from "./schema.ts";

const app = new Hono<{ Bindings: { DB: D1Database } }>();

app.post("/guests", zValidator("json", z.object({ name: z.string(), email: z.string().optional() })), async (c) => {
  const [guest] = await drizzle(c.env.DB).insert(guests).values({ ...c.req.valid("json") }).returning(); // expect: unguarded-create
  return c.json(guest);
});
app.post("/seats", zValidator("json", z.object({ row: z.string(), place: z.string() })), async (c) => {
  const [seat] = await drizzle(c.env.DB).insert(seats).values({ ...c.req.valid("json") }).returning(); // silent: row and place are unique
  return c.json(seat);
});
export default app;
