// A store that makes itself anew, by the function around it: what it does then is what it did before.
import express from "express";
import { Pool } from "pg";

const pool = new Pool();

function stores() {
  const table = "orders";
  const create = (isPrimary: boolean) => {
    const again = () => create(true);
    return { again, save: (name: string) => pool.query(`INSERT INTO ${table} (name) VALUES ($1)`, [name]) }; // effect: write postgres orders, insert
  };
  return create(false);
}

const app = express();
app.post("/orders", async (req, res) => { // entry: POST /orders
  await stores().again().save(req.body.name);
  res.end();
});
app.listen(3000);
