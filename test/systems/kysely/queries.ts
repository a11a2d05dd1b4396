import express from "express";
import { Kysely, PostgresDialect, sql } from "kysely";

interface Database {
  orders: { id: string; total: number };
}

const db = new Kysely<Database>({ dialect: new PostgresDialect({}) });
const app = express();

app.post("/orders/:id", async (req, res) => {
  const order = await db.selectFrom("orders as o").selectAll().where("o.id", "=", req.params.id).executeTakeFirst(); // effect: read postgres orders, read
  await db.insertInto("orders").values({ id: req.params.id, total: 5 }).execute(); // effect: write postgres orders, insert
  await db.insertInto("orders").values({ id: req.params.id }).onConflict((oc) => oc.column("id").doNothing()).execute(); // effect: write postgres orders, upsert
  await db.updateTable("orders").set({ total: 6 }).where("id", "=", req.params.id).execute(); // effect: write postgres orders, set
  await db.updateTable("orders").set({ total: sql`total + 1` }).where("id", "=", req.params.id).execute(); // effect: write postgres orders, increment
  await db.deleteFrom("orders").where("id", "=", req.params.id).execute(); // effect: write postgres orders, delete
  await sql`DELETE FROM carts WHERE id = ${req.params.id}`.execute(db); // effect: write database carts, delete
  await db.transaction().execute(async (trx) => {
    await trx.insertInto("payments").values({ id: req.body.id }).execute(); // effect: write postgres payments, insert
  });
  res.json(order);
});
