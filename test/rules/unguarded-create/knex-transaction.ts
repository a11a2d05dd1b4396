// file: migrations/1.sql
create unique index entries_request on entries(request);
// file: src/app.ts
import express from "express";
import knex, { type Knex } from "knex";

const app = express();
const db = knex({ client: "pg" });

class Orders {
  async add(row: object, trx?: Knex.Transaction) {
    await (trx ?? db)("orders").insert(row);
  }
}
const orders = new Orders();

app.post("/orders", async (req, res) => {
  const trx = await db.transaction();
  await orders.add({ total: req.body.total }, trx); // expect: unguarded-create
  await trx.commit();
  res.end();
});
app.post("/entries", async (req, res) => {
  const trx: Knex.Transaction = await db.transaction();
  await orders.add({ total: req.body.total }, trx); // silent: the entry behind it is refused, and takes it back
  await trx("entries").insert({ request: req.body.request });
  await trx.commit();
  res.end();
});
app.post("/entries/apart", async (req, res) => {
  await orders.add({ total: req.body.total }); // expect: unguarded-create
  await db("entries").insert({ request: req.body.request });
  res.end();
});
app.post("/wallets/:id/open", async (req, res) => {
  await db("wallets").where({ id: req.params.id }).update({ open: true });
  await db("wallet_events").insert({ wallet: req.params.id, type: "opened" }); // expect: unguarded-create
  res.end();
});
