// file: src/schema.ts
import { integer, pgTable, serial, text } from "drizzle-orm/pg-core";

export const members = pgTable("members", {
  id: serial("id").primaryKey(),
  teamId: integer("team_id").notNull(),
  email: text("email").notNull(),
});
// file: src/app.ts
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Hono } from "hono";
import { members } from "./schema.ts";

const app = new Hono();
const db = drizzle(process.env.DATABASE_URL!);

app.post("/members", async (c) => {
  const { teamId, email } = await c.req.json();
  const [known] = await db.select().from(members).where(and(eq(members.teamId, teamId), eq(members.email, email)));
  if (known) return c.json(known);
  const [made] = await db.insert(members).values({ teamId, email }).returning(); // expect: unguarded-create
  // ~ two requests at once
  return c.json(made, 201);
});
