// https://knexjs.org/guide/query-builder.html#join · https://knexjs.org/guide/query-builder.html#with
import express from "express";
import knex from "knex";

const db = knex({ client: "pg" });
const app = express();

app.get("/orders/:id", async (req, res) => {
  // effect: read postgres orders, read
  // effect: read postgres customers, read
  // effect: read postgres items, read
  const order = await db("orders as o")
    .join("customers as c", "c.id", "o.customer_id")
    .leftJoin({ i: "items" }, function () {
      this.on("i.order_id", "=", "o.id");
    })
    .where("o.id", req.params.id)
    .first();
  // effect: read postgres customers, read
  await db("customers").whereExists((query) => query.select("*").from("invoices").whereRaw("customer_id = customers.id")); // effect: read postgres invoices, read
  // effect: read postgres customers, read
  await db("customers").whereIn("id", db("invoices").select("customer_id")); // effect: read postgres invoices, read
  res.json(order);
});

app.post("/reports", async (req, res) => {
  // effect: read postgres customers, read
  const late = await db
    .with("late", (query) => query.select("*").from("invoices").where("due", "<", req.body.day)) // effect: read postgres invoices, read
    .select("*")
    .from("late")
    .join("customers", "customers.id", "late.customer_id");
  await db.with("old", db("invoices").where("due", "<", req.body.day)).from("old").select("id"); // effect: read postgres invoices, read
  res.json(late);
});
