import express from "express";
import postgres from "postgres";

const sql = postgres(process.env.DATABASE_URL!);
const app = express();

app.post("/orders/:id", async (req, res) => {
  const [order] = await sql`SELECT * FROM orders WHERE id = ${req.params.id}`; // effect: read postgres orders, read
  await sql`INSERT INTO orders ${sql(req.body)} ON CONFLICT (id) DO NOTHING`; // effect: write postgres orders, upsert
  await sql`UPDATE orders SET total = total + ${1} WHERE id = ${req.params.id}`; // effect: write postgres orders, increment
  await sql`SELECT * FROM carts ${req.query.open ? sql`WHERE open` : sql``}`; // effect: read postgres carts, read
  await sql.unsafe("DELETE FROM carts WHERE id = $1", [req.params.id]); // effect: write postgres carts, delete
  await sql.begin(async (tx) => {
    await tx`INSERT INTO payments (id) VALUES (${req.body.id})`; // effect: write postgres payments, insert
  });
  res.json(order);
});
