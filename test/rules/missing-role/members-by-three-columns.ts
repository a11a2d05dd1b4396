// What ties a person to a choir has a number of its own in its key; that it must be the caller's choir says nothing of a role.

// file: package.json
{ "dependencies": { "express": "5", "drizzle-orm": "0.40", "jsonwebtoken": "9" } }
// file: src/tables.ts
import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

export const users = pgTable("users", { id: uuid().primaryKey(), email: text() });
export const choirs = pgTable("choirs", { id: uuid().primaryKey(), name: text() });
export const singers = pgTable(
  "singers",
  { userId: uuid("user_id").notNull(), choirId: uuid("choir_id").notNull(), id: uuid().defaultRandom(), role: text() },
  (table) => [
    foreignKey({ columns: [table.userId], foreignColumns: [users.id] }),
    foreignKey({ columns: [table.choirId], foreignColumns: [choirs.id] }),
    primaryKey({ columns: [table.userId, table.choirId, table.id] }),
  ],
);
// file: src/app.ts
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import express from "express";
import jwt from "jsonwebtoken";
import { singers } from "./tables";

const db = drizzle(process.env.DATABASE_URL!);
const app = express();
app.use(express.json());
app.use(async (req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

async function choirOf(userId: string) {
  const known = JSON.parse(process.env.CHOIRS ?? "{}")[userId];
  if (known) return known;
  const [own] = await db.select().from(singers).where(eq(singers.userId, userId));
  return own?.choirId;
}
async function roleOf(choirId: string, userId: string) {
  const [own] = await db.select().from(singers).where(and(eq(singers.choirId, choirId), eq(singers.userId, userId)));
  return own?.role;
}

app.delete("/choirs/:choirId/singers/:userId", async (req: any, res) => { // expect: missing-role
  const choirId = await choirOf(req.user.id);
  if (req.params.choirId !== choirId) return res.sendStatus(403);
  await db.delete(singers).where(and(eq(singers.choirId, req.params.choirId), eq(singers.userId, req.params.userId)));
  res.sendStatus(204);
});
app.put("/choirs/:choirId/singers/:userId", async (req: any, res) => { // silent: a conductor is asked for
  const choirId = await choirOf(req.user.id);
  if (req.params.choirId !== choirId) return res.sendStatus(403);
  if ((await roleOf(choirId, req.user.id)) !== "conductor") return res.sendStatus(403);
  await db.update(singers).set({ role: req.body.role })
    .where(and(eq(singers.choirId, req.params.choirId), eq(singers.userId, req.params.userId)));
  res.sendStatus(204);
});
app.delete("/choirs/:choirId/me", async (req: any, res) => { // silent: whoever leaves is the caller
  const choirId = await choirOf(req.user.id);
  if (req.params.choirId !== choirId) return res.sendStatus(403);
  await db.delete(singers).where(and(eq(singers.choirId, req.params.choirId), eq(singers.userId, req.user.id)));
  res.sendStatus(204);
});
app.listen(3000);
