// file: src/schema.ts
import { boolean, pgTable, text } from "drizzle-orm/pg-core";

export const people = pgTable("person", { email: text("email").primaryKey(), password: text("password").notNull() });
export const houses = pgTable("house", {
  id: text("id").primaryKey(),
  ownerEmail: text("owner_email").notNull().references(() => people.email),
});
export const lodgers = pgTable("lodger", {
  id: text("id").primaryKey(),
  houseId: text("house_id").references(() => houses.id),
  email: text("email").notNull(),
});
export const plans = pgTable("plan", {
  id: text("id").primaryKey(),
  houseId: text("house_id").notNull().references(() => houses.id),
  isShared: boolean("is_shared").default(false),
});
export const recipes = pgTable("recipe", { id: text("id").primaryKey(), authorEmail: text("author_email").references(() => people.email) });
export const tips = pgTable("tip", { id: text("id").primaryKey(), recipeId: text("recipe_id").references(() => recipes.id) });

// file: src/app.ts
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Hono } from "hono";
import { houses, lodgers, plans, recipes, tips } from "./schema";

const db = drizzle(process.env.DATABASE_URL);
const app = new Hono();

app.get("/shared-plans/:id", async (c) => {
  const plan = await db.query.plans.findFirst({ where: eq(plans.id, c.req.param("id")) });
  if (!plan?.isShared) return c.json({ error: "not found" }, 404);
  return c.json(plan);
});
app.get("/recipes", async (c) => c.json(await db.select().from(recipes)));

app.use("*", async (c, next) => {
  if (!c.get("user")) return c.json({ error: "sign in" }, 401);
  await next();
});
app.get("/houses", async (c) => c.json(await db.select().from(houses).where(eq(houses.ownerEmail, c.get("user").email))));
app.get("/houses/:id/lodgers", async (c) => {
  return c.json(await db.select().from(lodgers).where(eq(lodgers.houseId, c.req.param("id")))); // expect: unowned-object
});
app.get("/plans/:id", async (c) => {
  return c.json(await db.query.plans.findFirst({ where: eq(plans.id, c.req.param("id")) })); // expect: unowned-object
});
app.post("/houses/:id/lodgers", async (c) => {
  const { email } = await c.req.json();
  return c.json(await db.insert(lodgers).values({ houseId: c.req.param("id"), email }).returning()); // expect: unowned-object

});
app.post("/my/houses/:id/plans", async (c) => {
  const [house] = await db
    .select()
    .from(houses)
    .where(and(eq(houses.id, c.req.param("id")), eq(houses.ownerEmail, c.get("user").email)));
  if (!house) return c.json({ error: "not found" }, 404);
  return c.json(await db.insert(plans).values({ houseId: c.req.param("id") }).returning()); // silent: the house was found to be the caller's
});
app.get("/recipes/:id/tips", async (c) => {
  return c.json(await db.select().from(tips).where(eq(tips.recipeId, c.req.param("id")))); // silent: below what everybody sees
});
app.post("/recipes/:id/tips", async (c) => {
  return c.json(await db.insert(tips).values({ recipeId: c.req.param("id") }).returning()); // silent: recipes are for everybody
});
