import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";
import express from "express";

const app = express();
const prisma = new PrismaClient();
const once = new Queue("once");
const often = new Queue("often");
const usually = new Queue("usually", { defaultJobOptions: { attempts: 1 } });
const both = new Queue("both");

app.post("/jobs", async (req, res) => {
  await once.add("one", { id: req.body.id }, { attempts: 1 });
  await often.add("one", { id: req.body.id }, { attempts: 4, backoff: { type: "exponential", delay: 1000 } });
  await usually.add("one", { id: req.body.id });
  await both.add("one", { id: req.body.id }, { attempts: 1 });
  await both.add("two", { id: req.body.id });
  res.end();
});

new Worker("once", async (job) => { // silent: whoever queues it asks for one attempt
  await prisma.booking.create({ data: { guest: job.data.id } });
});
new Worker("often", async (job) => { // expect: consumer-without-dedupe
  // ~ it is tried up to 4 times
  await prisma.booking.create({ data: { guest: job.data.id } });
});
new Worker("usually", async (job) => { // silent: the queue gives every job one attempt
  await prisma.booking.create({ data: { guest: job.data.id } });
});
new Worker("both", async (job) => { // expect: consumer-without-dedupe
  await prisma.booking.create({ data: { guest: job.data.id } });
});
