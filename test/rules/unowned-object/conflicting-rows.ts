// An insert that changes what is there already finds its row by what the conflict clause names.
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { boolean, foreignKey, pgTable, text, uuid } from "drizzle-orm/pg-core";
import express from "express";

const teams = pgTable("teams", { id: uuid().primaryKey(), name: text() });
const customers = pgTable("customers", { id: uuid().primaryKey(), teamId: uuid("team_id"), name: text() });
const tags = pgTable("tags", { id: uuid().primaryKey(), teamId: uuid("team_id"), name: text() });
const customerTags = pgTable(
  "customer_tags",
  { teamId: uuid("team_id"), customerId: uuid("customer_id"), tagId: uuid("tag_id"), shown: boolean() },
  (table) => [
    foreignKey({ columns: [table.teamId], foreignColumns: [teams.id] }),
    foreignKey({ columns: [table.customerId], foreignColumns: [customers.id] }),
    foreignKey({ columns: [table.tagId], foreignColumns: [tags.id] }),
  ],
);

const db = drizzle(process.env.DATABASE_URL);
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/customers", async (req, res) => {
  res.json(await db.select().from(customers).where(eq(customers.teamId, req.user.teamId)));
});

app.get("/tags/:id", async (req, res) => {
  res.json(await db.select().from(tags).where(and(eq(tags.id, req.params.id), eq(tags.teamId, req.user.teamId))));
});

app.put("/customers/any", async (req, res) => {
  await db // expect: unowned-object
    .insert(customers)
    .values({ id: req.body.id, teamId: req.user.teamId, name: req.body.name })
    .onConflictDoUpdate({ target: customers.id, set: { name: req.body.name } })
    .returning();
  res.end();
});

app.put("/customers/own", async (req, res) => { // silent: the clause asks for the team
  await db
    .insert(customers)
    .values({ id: req.body.id, teamId: req.user.teamId, name: req.body.name })
    .onConflictDoUpdate({
      target: customers.id,
      set: { name: req.body.name },
      setWhere: eq(customers.teamId, req.user.teamId),
    });
  res.end();
});

app.post("/customers/tags", async (req, res) => {
  const { customerId, tagId } = req.body;
  await db.insert(customerTags).values({ teamId: req.user.teamId, customerId, tagId }); // expect: unowned-object
  res.end();
});

app.listen(3000);
