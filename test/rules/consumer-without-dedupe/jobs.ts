import { Queue, Worker } from "bullmq";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const sync = new Queue("sync");
const book = new Queue("book");

new Worker("sync", async (job) => { // silent: the same values again
  await prisma.shopper.update({ where: { id: job.data.id }, data: { synced: true } });
});
new Worker("book", async (job) => { // expect: consumer-without-dedupe
  await prisma.booking.create({ data: { id: undefined, shopper: job.data.id } });
});
new Worker("daily", async (job) => { // silent: the job that is queued twice changes nothing
  await sync.add("one", { id: job.data.id });
});
new Worker("weekly", async (job) => { // expect: consumer-without-dedupe
  await book.add("one", { id: job.data.id });
});
