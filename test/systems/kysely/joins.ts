// https://kysely.dev/docs/examples/join/simple-left-join · https://kysely.dev/docs/examples/cte/simple-selects
import express from "express";
import { Kysely, PostgresDialect } from "kysely";

const db = new Kysely<any>({ dialect: new PostgresDialect({}) });
const app = express();

app.get("/orders/:id", async (req, res) => {
  // effect: read postgres orders, read
  // effect: read postgres customers, read
  // effect: read postgres items, read
  const order = await db
    .selectFrom("orders as o")
    .innerJoin("customers as c", "c.id", "o.customer_id")
    .leftJoin("items", (join) => join.onRef("items.order_id", "=", "o.id").on("items.amount", ">", 0))
    .where("o.id", "=", req.params.id)
    .selectAll()
    .executeTakeFirst();
  // effect: read postgres customers, read
  // effect: read postgres invoices, read
  await db.selectFrom(["customers as c", "invoices"]).select("c.id").execute();
  // effect: read postgres customers, read
  await db
    .selectFrom("customers as c")
    .where((eb) => eb.exists(eb.selectFrom("invoices").where("invoices.customer_id", "=", eb.ref("c.id")))) // effect: read postgres invoices, read
    .execute();
  res.json(order);
});

app.post("/reports", async (req, res) => {
  // effect: read postgres customers, read
  const late = await db
    .with("late", (db) => db.selectFrom("invoices").where("due", "<", req.body.day)) // effect: read postgres invoices, read
    .selectFrom("late")
    .innerJoin("customers", "customers.id", "late.customer_id")
    .execute();
  // effect: write postgres archive, insert
  await db
    .with("gone", (db) => db.deleteFrom("invoices").where("due", "<", req.body.day).returningAll()) // effect: write postgres invoices, delete
    .insertInto("archive")
    .expression((eb) => eb.selectFrom("gone").selectAll())
    .execute();
  // effect: write postgres invoices, set
  // effect: read postgres customers, read
  await db.updateTable("invoices").from("customers").set({ seen: true }).where("customers.id", "=", req.body.id).execute();
  res.json(late);
});
