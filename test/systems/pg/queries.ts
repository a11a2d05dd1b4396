import express from "express";
import { Pool, type PoolClient } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await pool.query("INSERT INTO orders (id, total) VALUES ($1, $2)", [req.params.id, req.body.total]); // effect: write postgres orders, insert
  await pool.query("INSERT INTO events (id) VALUES ($1) ON CONFLICT (id) DO NOTHING", [req.body.id]); // effect: write postgres events, upsert
  await pool.query({ text: "UPDATE accounts SET balance = balance - $1 WHERE id = $2", values: [1, req.params.id] }); // effect: write postgres accounts, increment
  await pool.query(`UPDATE users SET name = $1 WHERE id = $2`, [req.body.name, req.params.id]); // effect: write postgres users, set
  await pool.query("DELETE FROM sessions WHERE user_id = $1", [req.params.id]); // effect: write postgres sessions, delete
  const { rows } = await pool.query("SELECT o.* FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1", [req.params.id]); // effect: read postgres orders // effect: read postgres users
  await pool.query(req.body.sql); // effect: call postgres
  await inTransaction(async (client) => {
    await client.query("insert into payments(id) values ($1)", [req.body.id]); // effect: write postgres payments, insert
  });
  res.json(rows);
});

async function inTransaction(work: (client: PoolClient) => Promise<void>) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await work(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}
