import { type Job, Worker } from "bullmq";
import { pool } from "../db.ts";
import { connection } from "../lib/queues.ts";

export function startShipmentWorker() {
  return new Worker("shipments", createShipment, { connection });
}

// A job may run again; orders have one shipment.
async function createShipment(job: Job<{ orderId: number }>) {
  await pool.query("INSERT INTO shipments (order_id, state) VALUES ($1, 'packing') ON CONFLICT (order_id) DO NOTHING", [
    job.data.orderId,
  ]);
}
