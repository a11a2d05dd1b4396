import { type Job, Queue, Worker } from "bullmq";
import { Receipt } from "./models.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  return new Worker(
    "receipts",
    async (job: Job<{ orderId: string }>) => {
      await Receipt.create({ orderId: job.data.orderId });
    },
    { connection },
  );
}
