/** What a test sees of the stores of lab services. */
import { Redis } from "ioredis";
import type { EmbeddedPostgres } from "../../apps/shopfront/scripts/embedded-postgres.ts";
import type { Document, Store } from "./mongo-documents.ts";
import type { Probe } from "./scenarios.ts";

/** Tables as the services' migrations make them. @param tables names where they are not the plain ones. */
export function sqlProbe({ db }: EmbeddedPostgres, names: SqlNames = plainNames): Probe {
  const number = async (query: string, values: unknown[] = []) =>
    Number(Object.values((await db.query<Record<string, unknown>>(query, values)).rows[0] ?? {})[0] ?? Number.NaN);
  return {
    async seed() {
      for (const table of [names.favourites, names.reviews]) {
        if (await number("SELECT count(to_regclass($1))", [table])) await db.exec(`DELETE FROM ${table}`);
      }
      await db.exec(`DELETE FROM ${names.users}; DELETE FROM ${names.orders}; DELETE FROM ${names.payments}; DELETE FROM ${names.receipts};
        INSERT INTO ${names.users} (id, email, role) VALUES (1, 'admin@example.com', 'admin'), (2, 'ada@example.com', 'customer');
        INSERT INTO ${names.orders} (id, ${names.userId}, cents) VALUES (1, 2, 1200), (2, 2, 800);
        SELECT setval(pg_get_serial_sequence('${names.users}', 'id'), 10), setval(pg_get_serial_sequence('${names.orders}', 'id'), 10);`);
    },
    count: (what) => number(`SELECT count(*) FROM ${names[what]}`),
    points: (user) => number(`SELECT points FROM ${names.users} WHERE id = $1`, [user]),
    async roleOf(email) {
      const { rows } = await db.query<{ role: string }>(`SELECT role FROM ${names.users} WHERE email = $1`, [email]);
      return rows[0]?.role ?? "none";
    },
    async statusOf(order) {
      const { rows } = await db.query<{ status: string }>(`SELECT status FROM ${names.orders} WHERE id = $1`, [order]);
      return rows[0]?.status ?? "none";
    },
  };
}

export const prismaNames: SqlNames = {
  users: '"User"',
  orders: '"Order"',
  payments: '"Payment"',
  receipts: '"Receipt"',
  userId: '"userId"',
  favourites: '"Favourite"',
  reviews: '"Review"',
};

export interface SqlNames {
  readonly users: string;
  readonly orders: string;
  readonly payments: string;
  readonly receipts: string;
  readonly userId: string;
  readonly favourites: string;
  readonly reviews: string;
}

export const plainNames: SqlNames = {
  users: "users",
  orders: "orders",
  payments: "payments",
  receipts: "receipts",
  userId: "user_id",
  favourites: "favourites",
  reviews: "reviews",
};

/** Keys as the Redis service writes them. */
export function redisProbe(url: string): Probe {
  const redis = new Redis(url);
  return {
    async seed() {
      await redis.del("orders", "payments", "receipts", "users", "user:1", "user:2");
      await redis.sadd("users", 1, 2);
      await redis.set("ids", 10);
      await redis.hset("user:1", { email: "admin@example.com", role: "admin" });
      await redis.hset("user:2", { email: "ada@example.com", role: "customer" });
      for (const id of [1, 2]) {
        await redis.hset(`order:${id}`, { user: 2, cents: 1200 });
        await redis.rpush("orders", JSON.stringify({ user: 2, cents: 1200 }));
      }
    },
    count: (what) => (what === "users" ? redis.scard("users") : redis.llen(what)),
    points: async (user) => Number((await redis.hget(`user:${user}`, "points")) ?? 0),
    roleOf: async (email) => (await redis.hget(`user:${await redis.get(`email:${email}`)}`, "role")) ?? "none",
    statusOf: async (order) => (await redis.hget(`order:${order}`, "status")) ?? "none",
    close: async () => redis.disconnect(),
  };
}

/** Collections as Mongoose names them. */
export function mongoProbe(store: Store): Probe {
  const of = (name: string) => store.get(name)?.documents ?? [];
  const put = (name: string, documents: Document[]) => {
    const collection = store.get(name) ?? { documents: [], unique: [] };
    collection.documents = documents;
    store.set(name, collection);
  };
  return {
    async seed() {
      for (const name of ["payments", "receipts", "favourites"]) put(name, []);
      put("users", [
        { _id: "1", email: "admin@example.com", role: "admin", points: 0 },
        { _id: "2", email: "ada@example.com", role: "customer", points: 0 },
      ]);
      put("orders", [
        { _id: "1", userId: "2", cents: 1200, status: "open" },
        { _id: "2", userId: "2", cents: 800, status: "open" },
      ]);
    },
    count: async (what) => of(what).length,
    points: async (user) => Number(of("users").find(({ _id }) => _id === String(user))?.points),
    roleOf: async (email) => String(of("users").find((one) => one.email === email)?.role ?? "none"),
    statusOf: async (order) => String(of("orders").find(({ _id }) => _id === String(order))?.status ?? "none"),
  };
}
