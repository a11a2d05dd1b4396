// file: src/client.ts
import { drizzle } from "drizzle-orm/node-postgres";

type Client = { insert: unknown };

const first = drizzle(process.env.DATABASE_URL ?? "");

/** Methods are bound to whichever client has them. */
function withBound(client: typeof first) {
  return {
    ...client,
    get insert() {
      return client.insert.bind(client);
    },
  };
}
export const db = withBound(first);
export const connect = async () => db;
export type Database = Awaited<ReturnType<typeof connect>>;
export type Either = Database | Client;
// file: src/schema.ts
import { integer, pgTable, serial } from "drizzle-orm/pg-core";

export const bookings = pgTable("bookings", { id: serial("id").primaryKey(), room: integer("room") });
// file: src/store.ts
import type { Database, Either } from "./client.ts";
import { bookings } from "./schema.ts";

export const add = (db: Database, room: number) => db.insert(bookings).values({ room }); // effect: write postgres bookings, insert, unsafe, from POST /bookings
export const addEither = (db: Either, room: number) => db.insert(bookings).values({ room }); // effect: write postgres bookings, insert, unsafe, from POST /either
// file: src/app.ts
import { Hono } from "hono";
import { db } from "./client.ts";
import { bookings } from "./schema.ts";
import { add, addEither } from "./store.ts";

const app = new Hono();

app.post("/bookings", async (c) => { // expect: unguarded-create
  await add(c.get("db"), 5);
  return c.body(null);
});
app.post("/either", async (c) => { // expect: unguarded-create
  await addEither(c.get("db"), 5);
  return c.body(null);
});
app.post("/own", async (c) => {
  await db.insert(bookings).values({ room: 5 }); // expect: unguarded-create // effect: write postgres bookings, insert, unsafe, from POST /own
  return c.body(null);
});
export default app;
