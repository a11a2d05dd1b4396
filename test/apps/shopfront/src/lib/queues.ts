import { Queue } from "bullmq";
import { config } from "../config.ts";

export const connection = { url: config.redisUrl };

const defaultJobOptions = { attempts: 3, backoff: { type: "exponential", delay: 200 } };

export const receipts = new Queue("receipts", { connection, defaultJobOptions });
export const shipments = new Queue("shipments", { connection, defaultJobOptions });
