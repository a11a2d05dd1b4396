import { PrismaClient } from "@prisma/client";
import { Worker } from "bullmq";

const prisma = new PrismaClient();

new Worker("overdue", async (job) => { // expect: consumer-without-dedupe
  const invoice = await prisma.invoice.findUnique({ where: { id: job.data.id } });
  if (invoice?.status !== "open") return;
  await prisma.invoice.update({ where: { id: job.data.id }, data: { cents: { increment: 500 } } });
});
new Worker("closing", async (job) => { // silent: the state is left
  const invoice = await prisma.invoice.findUnique({ where: { id: job.data.id } });
  if (invoice?.status !== "open") return;
  await prisma.invoice.update({ where: { id: job.data.id }, data: { status: "late", cents: { increment: 500 } } });
});
