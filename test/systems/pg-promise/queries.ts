// https://vitaly-t.github.io/pg-promise/Database.html

// file: src/database.ts
import pgLib from "pg-promise";

const pgp = pgLib();

// https://stackoverflow.com/questions/34382796/where-should-i-initialize-pg-promise
function createSingleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(name);
  let scope = (global as any)[key];
  if (!scope) {
    scope = { ...create() };
    (global as any)[key] = scope;
  }
  return scope;
}

const { db } = createSingleton("shop", () => ({ db: pgp(process.env.DATABASE_URL), pgp }));
export default db;
// file: src/app.ts
import express from "express";
import db from "./database";

const app = express();

app.post("/orders/:id", async (req, res) => {
  const order = await db.oneOrNone("SELECT * FROM orders WHERE id = $<id>", { id: req.params.id }); // effect: read postgres orders, read, safe
  await db.none("INSERT INTO lines(order_id, size) VALUES($1, $2)", [req.params.id, req.body.size]); // effect: write postgres lines, insert, unsafe
  await db.none("UPDATE orders SET state = $(state) WHERE id = ${id}", { id: req.params.id, state: "paid" }); // effect: write postgres orders, set, safe
  await db.any({ text: "SELECT * FROM lines WHERE order_id = $1", values: [req.params.id] }); // effect: read postgres lines, read, safe
  await db.tx(async (t) => {
    await t.none("UPDATE stock SET left = left - 1 WHERE id = $1", req.body.stockId); // effect: write postgres stock, increment, unsafe
    await t.one("DELETE FROM carts WHERE id = $/cart/ RETURNING id", { cart: req.body.cart }); // effect: write postgres carts, delete, safe
  });
  await db.task((t) => t.many("SELECT id FROM sizes")); // effect: read postgres sizes, read, safe
  res.json(order);
});
