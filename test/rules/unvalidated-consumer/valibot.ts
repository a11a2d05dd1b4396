// file: package.json
{ "dependencies": { "bullmq": "^5.0.0", "valibot": "^1.0.0" } }
// file: src/worker.ts
import { PrismaClient } from "@prisma/client";
import { Worker } from "bullmq";

const prisma = new PrismaClient();

new Worker("shipments", async (job) => {
  const { id, carrier } = job.data;
  await prisma.shipment.update({ where: { id }, data: { carrier } }); // expect: unvalidated-consumer
});
new Worker("labels", async (job) => {
  await prisma.label.create({ data: { id: job.id, title: "Label" } }); // silent: nothing of the message
});
