import { Queue, Worker } from "bullmq";
import { knex } from "./db.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  new Worker("receipts", async (job) => knex("receipts").insert({ order_id: job.data.orderId }), { connection });
}
