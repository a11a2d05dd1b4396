import { type Job, Queue, Worker } from "bullmq";
import { Receipt } from "./models.ts";

const connection = { url: process.env.REDIS_URL };

export const receipts = new Queue("receipts", { connection });

const process_ = async (job: Job) => {
  await Receipt.create({ order_id: job.data.orderId });
};

export const startWorker = () => new Worker("receipts", process_, { connection });
