// Which task it is stands in the job, in a list that nobody can read: what the worker does is not known, and not nothing.
import { Queue, Worker } from "bullmq";
import express from "express";
import Redis from "ioredis";
import { loadTasks } from "./build/tasks.js";

const app = express();
const tasks = new Queue("tasks");
const sizes = new Queue("sizes");
const all = loadTasks();
const cache = new Redis();

app.post("/parcels/:id/print", async (req, res) => {
  await tasks.add("run", { task: "PrintLabel", id: req.params.id }); // expect: unguarded-create
  res.end();
});
app.post("/parcels/:id/size", async (req, res) => { // silent: what the worker does is read, and it sets
  await sizes.add("size", { id: req.params.id, size: req.body.size });
  res.end();
});

new Worker("tasks", async (job) => {
  await cache.set(`seen:${job.data.id}`, "1");
  const Task = all[job.data.task];
  await new Task().run(job.data.id);
});
new Worker("sizes", async (job) => {
  await cache.set(`size:${job.data.id}`, String(job.data.size));
});
