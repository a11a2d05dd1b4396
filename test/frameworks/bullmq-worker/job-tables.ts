// Jobs of a queue told apart by a table of functions.
import { type Job, Worker } from "bullmq";

const sendInvoice = async (job: Job) => void job.data;
const processors: Record<string, (job: Job) => Promise<void>> = {
  invoice: sendInvoice,
  async reminder(job) {
    await job.log("reminded");
  },
  "nightly-report": async (job) => void job.id,
};

export const worker = new Worker("mail", async (job) => { // entry: queue mail/invoice // entry: queue mail/reminder // entry: queue mail/nightly-report
  const run = processors[job.name];
  if (!run) throw new Error(`No processor for ${job.name}`);
  await run(job);
}, { connection: { host: "localhost" } });
