// file: src/bullmq.ts
import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";
import { z } from "zod";

const prisma = new PrismaClient();
const shipment = z.object({ id: z.string(), carrier: z.string() });

new Worker("shipments", async (job) => {
  const { id, carrier } = job.data;
  await prisma.shipment.update({ where: { id }, data: { carrier } }); // expect: unvalidated-consumer
  //    ^^^^^^^^^^^^^^^^^^^^^^ queue shipments writes "carrier" of the message into shipment as it came
  await prisma.log.create({ data: { carrier } }); // silent: told once per consumer
});
new Worker("parsed", async (job) => {
  const { id, carrier } = shipment.parse(job.data);
  await prisma.shipment.update({ where: { id }, data: { carrier } }); // silent: parsed
});
new Worker("tested", async (job) => {
  if (typeof job.data.carrier !== "string") throw new Error("carrier is missing");
  await prisma.shipment.update({ where: { id: job.data.id }, data: { carrier: job.data.carrier } }); // silent: tested by hand
});
new Worker("by-id", async (job) => {
  await prisma.shipment.update({ where: { id: job.data.id }, data: { sent: true } }); // silent: the message only tells which row
});
new Worker("reference", async (job) => {
  await prisma.shipment.create({ data: { orderId: job.data.orderId, jobId: job.id } }); // silent: ids, which the database looks up
});
new Worker("fetched", async (job) => {
  const order = await prisma.order.findUnique({ where: { id: job.data.id } });
  await prisma.shipment.create({ data: { orderId: order.id, carrier: order.carrier } }); // silent: from a row
});
// file: src/kafka.ts
import { PrismaClient } from "@prisma/client";
import { Kafka } from "kafkajs";

const prisma = new PrismaClient();
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: "stock" });
await consumer.subscribe({ topic: "stock" });
await consumer.run({
  eachMessage: async ({ message }) => {
    const change = JSON.parse(message.value.toString());
    await prisma.stock.update({ where: { sku: change.sku }, data: { level: change.level } }); // expect: unvalidated-consumer
  },
});
