import express from "express";
import knex from "knex";

const db = knex({ client: "pg", connection: process.env.DATABASE_URL });
const app = express();

app.post("/orders/:id", async (req, res) => {
  const order = await db("orders").where({ id: req.params.id }).first(); // effect: read postgres orders, read
  await db("orders").insert({ id: req.params.id, total: 5 }).returning("*"); // effect: write postgres orders, insert
  await db("orders").insert({ id: req.params.id }).onConflict("id").ignore(); // effect: write postgres orders, upsert
  await db("orders").insert({ id: req.params.id }).onConflict(["id"]).merge(); // effect: write postgres orders, upsert
  await db("orders").where("id", req.params.id).update({ total: 6 }); // effect: write postgres orders, set
  await db("orders").where("id", "=", req.params.id).update("total", 6); // effect: write postgres orders, set
  await db("stock").where({ sku: req.body.sku }).decrement("left", 1); // effect: write postgres stock, increment
  await db("stock").where({ sku: req.body.sku }).update({ left: db.raw("left - 1") }); // effect: write postgres stock, increment
  await db("orders").whereIn("id", req.body.ids).del(); // effect: write postgres orders, delete
  await db.select("*").from("orders as o").where("o.id", req.params.id).forUpdate(); // effect: read postgres orders, read
  await db.raw("DELETE FROM carts WHERE id = ?", [req.params.id]); // effect: write postgres carts, delete
  await db.transaction(async (trx) => {
    await trx("payments").insert({ id: req.body.id }); // effect: write postgres payments, insert
    await db("events").insert({ id: req.body.id }).transacting(trx); // effect: write postgres events, insert
  });
  res.json(order);
});
