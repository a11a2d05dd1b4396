// https://docs.bullmq.io/guide/workers/sandboxed-processors · https://docs.bullmq.io/guide/flows

// file: a.ts
import { Worker, Queue, FlowProducer, QueueEvents, Job, WaitingChildrenError } from 'bullmq';
import express from 'express';
import path from 'path';
const queue = new Queue('Paint', { connection: { host: 'x' } });
const flow = new FlowProducer();
const worker = new Worker('Paint', async (job: Job) => { await job.updateProgress(42); return 'v'; }, { concurrency: 50 }); // entry: queue Paint
new Worker('sand', path.join(__dirname, 'processor.js')); 
new Worker('sandurl', new URL('./processor2.mjs', import.meta.url)); 
const w3 = new Worker('named', async (job) => { if (job.name === 'a') { return 1; } else if (job.name === 'b') { return 2; } }); // entry: queue named/a // entry: queue named/b
const app = express();
app.post('/add', async (req, res) => { // entry: POST /add
  await queue.add('cars', { color: 'blue' }); // effect: publish bullmq Paint
  await queue.addBulk([{ name: 'a', data: {} }]); // effect: publish bullmq Paint
  await flow.add({ name: 'renovate', queueName: 'renovate', children: [{ name: 'paint', data: {}, queueName: 'steps' }] }); // effect: publish bullmq renovate // effect: publish bullmq steps
  await queue.upsertJobScheduler('repeat', { every: 1000 }, { name: 'n', data: {} }); // effect: publish bullmq Paint
  await queue.add('x', {}, { jobId: 'fixed', delay: 5 }); // effect: publish bullmq Paint
  await queue.getJob('x'); // effect: read bullmq Paint
  await queue.obliterate(); // effect: write bullmq Paint
  res.end();
});
// file: processor.js
module.exports = async (job) => { return 1; }; // entry: queue sand
// file: processor2.mjs
export default async function (job) { return 1; } // entry: queue sandurl
