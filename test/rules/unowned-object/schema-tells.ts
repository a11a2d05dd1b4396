import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { pgTable, text } from "drizzle-orm/pg-core";
import express from "express";
import session from "express-session";

const people = pgTable("people", { id: text("id").primaryKey(), password: text("password") });
const spaces = pgTable("space", { id: text("id").primaryKey(), holder: text("holder").references(() => people.id) });
const boards = pgTable("board", {
  id: text("id").primaryKey(),
  workspaceId: text("workspace_id")
    .notNull()
    .references(() => spaces.id),
});
const cards = pgTable("card", {
  id: text("id").primaryKey(),
  title: text("title"),
  board: text("board_id")
    .notNull()
    .references(() => boards.id),
});
const emojis = pgTable("emoji", { id: text("id").primaryKey(), name: text("name") });

const db = drizzle(process.env.DATABASE_URL, { schema: { people, spaces, boards, cards, emojis } });
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

// A card stands below a board of a workspace.
app.patch("/cards/:id", async (req, res) => {
  res.json(await db.update(cards).set({ title: req.body.title }).where(eq(cards.id, req.params.id))); // expect: unowned-object
});

app.get("/cards/:id", async (req, res) => {
  // The condition is a function of the columns and the operators.
  res.json(await db.query.cards.findFirst({ where: (card, { eq: is }) => is(card.id, req.params.id) })); // expect: unowned-object
});

app.patch("/emojis/:id", async (req, res) => {
  res.json(await db.update(emojis).set({ name: req.body.name }).where(eq(emojis.id, req.params.id))); // silent: nobody's
});

app.get("/emojis/:id", async (req, res) => {
  res.json(await db.query.emojis.findFirst({ where: (emoji, { eq: is }) => is(emoji.id, req.params.id) })); // silent: nobody's
});
