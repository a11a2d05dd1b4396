// Whose a row is, is told by an inner join with the caller's memberships; by a left join, or a join with anybody's, it is not.

// file: package.json
{ "dependencies": { "express": "5", "drizzle-orm": "0.40", "kysely": "0.27" } }
// file: src/tables.ts
import { pgTable, text } from "drizzle-orm/pg-core";

export const users = pgTable("user", { id: text("id").primaryKey(), email: text("email") });
export const clubs = pgTable("club", { id: text("id").primaryKey(), slug: text("slug").unique(), rules: text("rules") });
export const members = pgTable("member", { userId: text("user_id"), clubId: text("club_id") });
export const boats = pgTable("boat", { id: text("id").primaryKey(), clubId: text("club_id"), name: text("name"), ownerId: text("owner_id") });
// file: src/server.ts
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import express from "express";
import { Kysely } from "kysely";
import { boats, clubs, members, users } from "./tables";

const db = drizzle(process.env.DATABASE_URL!);
const kysely = new Kysely<any>({} as any);
const app = express();

app.use((req: any, res, next) => (req.user ? next() : res.sendStatus(401)));
app.get("/boats", async (req: any, res) => {
  res.json(await db.select().from(boats).where(eq(boats.ownerId, req.user.id)));
});

app.post("/clubs/:slug/rules", async (req: any, res) => { // silent: a subquery of the caller
  const [club] = await db.select().from(clubs).where(eq(clubs.slug, req.params.slug));
  if (!club) return res.sendStatus(404);
  const me = db.select().from(users).where(eq(users.id, req.user.id)).as("me");
  const [member] = await db.select().from(members).where(eq(members.clubId, club.id)).innerJoin(me, eq(members.userId, me.id));
  if (!member) return res.sendStatus(404);
  res.json(await db.update(clubs).set({ rules: req.body.rules }).where(eq(clubs.id, club.id)));
});
app.post("/clubs/:slug/name", async (req: any, res) => {
  const [club] = await db.select().from(clubs).where(eq(clubs.slug, req.params.slug));
  if (!club) return res.sendStatus(404);
  const me = db.select().from(users).where(eq(users.id, req.user.id)).as("me");
  const [member] = await db.select().from(members).innerJoin(me, eq(members.userId, me.id));
  if (!member) return res.sendStatus(404);
  res.json(await db.update(clubs).set({ rules: req.body.name }).where(eq(clubs.id, club.id))); // expect: unowned-object
});
app.post("/boats/:id/name", async (req: any, res) => { // silent: joined with the caller's memberships
  const [boat] = await db.select().from(boats)
    .innerJoin(members, and(eq(members.clubId, boats.clubId), eq(members.userId, req.user.id)))
    .where(eq(boats.id, req.params.id));
  if (!boat) return res.sendStatus(404);
  res.json(await db.update(boats).set({ name: req.body.name }).where(eq(boats.id, req.params.id)));
});
app.post("/boats/:id/colour", async (req: any, res) => {
  const [boat] = await db.select().from(boats) // expect: unowned-object
    .leftJoin(members, and(eq(members.clubId, boats.clubId), eq(members.userId, req.user.id)))
    .where(eq(boats.id, req.params.id));
  if (!boat) return res.sendStatus(404);
  res.json(await db.update(boats).set({ name: req.body.name }).where(eq(boats.id, req.params.id)));
});
app.post("/boats/:id/mast", async (req: any, res) => { // silent: the same in Kysely
  const boat = await kysely.selectFrom("boat")
    .innerJoin("member", (join) => join.onRef("member.club_id", "=", "boat.club_id").on("member.user_id", "=", req.user.id))
    .where("boat.id", "=", req.params.id).selectAll().executeTakeFirst();
  if (!boat) return res.sendStatus(404);
  res.json(await kysely.updateTable("boat").set({ name: req.body.name }).where("id", "=", req.params.id).execute());
});
app.post("/boats/:id/sail", async (req: any, res) => {
  const boat = await kysely.selectFrom("boat") // expect: unowned-object
    .leftJoin("member", (join) => join.onRef("member.club_id", "=", "boat.club_id").on("member.user_id", "=", req.user.id))
    .where("boat.id", "=", req.params.id).selectAll().executeTakeFirst();
  if (!boat) return res.sendStatus(404);
  res.json(await kysely.updateTable("boat").set({ name: req.body.name }).where("id", "=", req.params.id).execute());
});
app.post("/boats/:id/rudder", async (req: any, res) => {
  const boat = await kysely.selectFrom("boat") // expect: unowned-object
    .innerJoin("member", (join) => join.onRef("member.club_id", "=", "boat.club_id"))
    .where("boat.id", "=", req.params.id).selectAll().executeTakeFirst();
  if (!boat) return res.sendStatus(404);
  res.json(await kysely.updateTable("boat").set({ name: req.body.name }).where("id", "=", req.params.id).execute());
});
app.listen(3000);
