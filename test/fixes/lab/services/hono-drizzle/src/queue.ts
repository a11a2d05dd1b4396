import { Queue, Worker } from "bullmq";
import { db } from "./db.ts";
import { receipts as receiptTable } from "./schema.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  new Worker(
    "receipts",
    async ({ data, id }) => {
      console.log("job", id);
      await db.insert(receiptTable).values({ orderId: data.orderId });
    },
    { connection },
  );
}
