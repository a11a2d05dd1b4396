import { PrismaClient } from "@prisma/client";
import { Worker } from "bullmq";

const prisma = new PrismaClient();

interface Work {
  run(data: { id: string; total: number }): Promise<void>;
}

class CloseInvoice implements Work {
  async run(data: { id: string }) {
    await prisma.invoice.update({ where: { id: data.id }, data: { state: "closed" } }); // silent: the same state again
  }
}

class AddLine implements Work {
  async run(data: { id: string; total: number }) {
    await prisma.invoiceLine.create({ data: { invoiceId: data.id, total: data.total } }); // a row more at every run
  }
}

declare function makePrinter(): Work;

const noted = (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { noted: true } });

const works = new Map<string, Work>([
  ["close", new CloseInvoice()],
  ["print", makePrinter()],
  ["line", new AddLine()],
]);

// expect: consumer-without-dedupe
new Worker("invoices", async (job) => {
  // ~ queue invoices/line adds a second row to invoiceLine
  const work = works.get(job.name);
  if (!work) return;
  await work.run(job.data);
});

// More of them than one expression holds.
const steps = new Map([
  ["a", noted],
  ["b", noted],
  ["c", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { late: false } })],
  ["d", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { late: true } })],
  ["e", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { sent: false } })],
  ["f", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { sent: true } })],
  ["g", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { seen: true } })],
  ["h", (data: { id: string }) => prisma.invoice.update({ where: { id: data.id }, data: { seen: false } })],
  ["i", (data: { id: string }) => prisma.invoice.deleteMany({ where: { id: data.id } })],
  ["j", (data: { id: string }) => prisma.payment.create({ data: { invoiceId: data.id } })],
]);

// expect: consumer-without-dedupe
new Worker("steps", async (job) => {
  // ~ queue steps/j adds a second row to payment
  await steps.get(job.name)?.(job.data);
});

// silent: a map of data says nothing of functions
const labels = new Map([
  ["a", "first"],
  ["b", "second"],
]);

new Worker("labels", async (job) => {
  await prisma.invoice.update({ where: { id: job.data.id }, data: { label: labels.get(job.name) } });
});
