import { Worker } from "bullmq";
import { pool } from "../db.ts";
import { sendMail } from "../lib/mail.ts";
import { connection } from "../lib/queues.ts";

export function startReceiptWorker() {
  return new Worker(
    "receipts",
    async (job) => {
      const { rows } = await pool.query(
        "SELECT orders.id, orders.total_cents, users.email FROM orders JOIN users ON users.id = orders.user_id WHERE orders.id = $1",
        [job.data.orderId],
      );
      const order = rows[0];
      await sendMail(
        order.email,
        `Receipt for order ${order.id}`,
        `You paid ${(order.total_cents / 100).toFixed(2)} EUR.`,
      );
      await pool.query("INSERT INTO receipts (order_id, sent_to) VALUES ($1, $2)", [order.id, order.email]);
    },
    { connection },
  );
}
