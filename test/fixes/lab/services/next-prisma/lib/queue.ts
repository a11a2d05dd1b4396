import { type Job, Queue, Worker } from "bullmq";
import { prisma } from "./db.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

export function startWorker() {
  return new Worker("receipts", writeReceipt, { connection });
}

async function writeReceipt(job: Job<{ orderId: number }>) {
  const { orderId } = job.data;
  await prisma.receipt.create({ data: { orderId } });
}
