import { PrismaClient } from "@prisma/client";
import { type Job, Worker } from "bullmq";

const prisma = new PrismaClient();
const QUEUE = "mail";

export const mail = new Worker(QUEUE, process, { connection: { host: "localhost" } }); // entry: queue mail/welcome // entry: queue mail/invoice

async function process(job: Job) {
  switch (job.name) {
    case "welcome":
      return prisma.greeting.create({ data: { userId: job.data.userId } }); // effect: write database greeting, from queue mail/welcome
    case "invoice":
      await prisma.invoice.update({ where: { id: job.data.id }, data: { sent: true } }); // effect: write database invoice, from queue mail/invoice
      break;
    default:
      throw new Error(`unknown job ${job.name}`);
  }
}

export const images = new Worker("images", async (job) => prisma.image.create({ data: job.data })); // entry: queue images // effect: write database image
