import { Queue, Worker } from "bullmq";
import { pool } from "./db.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  return new Worker(
    "receipts",
    async (job) => {
      await pool.query("INSERT INTO receipts (order_id) VALUES ($1)", [job.data.orderId]);
    },
    { connection },
  );
}
