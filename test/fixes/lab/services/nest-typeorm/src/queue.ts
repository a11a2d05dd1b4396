import { Queue, Worker } from "bullmq";
import { dataSource } from "./data-source.ts";
import { Receipt } from "./entities.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  return new Worker(
    "receipts",
    async (job) => {
      await dataSource.getRepository(Receipt).insert({ orderId: job.data.orderId });
    },
    { connection },
  );
}
