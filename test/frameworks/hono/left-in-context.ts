// What middleware leaves in the context is found there by handlers.
import { drizzle } from "drizzle-orm/d1";
import { integer, sqliteTable } from "drizzle-orm/sqlite-core";
import { Hono } from "hono";
import { Pool } from "pg";

const tides = sqliteTable("tides", { id: integer("id") });

class Moons {
  constructor(private readonly pool: Pool) {}

  all() {
    return this.pool.query("SELECT * FROM moons"); // effect: read postgres moons, read, safe
  }
}

const app = new Hono();
app.use("*", async (c, next) => {
  c.set("db", drizzle(c.env.DB));
  c.set("services", { moons: new Moons(new Pool()) });
  await next();
});
app.get("/tides", async (c) => c.json(await c.get("db").select().from(tides))); // entry: GET /tides // effect: read sqlite tides, read, safe
app.get("/moons", async (c) => c.json(await c.var.services.moons.all())); // entry: GET /moons
app.get("/unknown", async (c) => c.json(await c.get("other").all())); // entry: GET /unknown
export default app;
