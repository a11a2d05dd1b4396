import { PrismaClient } from "@prisma/client";
import { Queue, Worker } from "bullmq";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});
const exports = new Queue("exports");

// Nothing is stored: the job is told by the report it is about.
app.post("/reports/:id/export", async (req, res) => {
  await exports.add("export", { report: req.params.id, mail: req.body.mail }); // expect: unguarded-create
  res.status(202).end();
});
app.post("/reports/:id/again", async (req, res) => { // silent: the job has a key
  await exports.add("export", { report: req.params.id }, { jobId: `export-${req.params.id}` });
  res.status(202).end();
});

// What the job's worker does tells what a second job means.
const letters = new Queue("letters");
app.post("/parcels/:id/lost", async (req, res) => {
  await letters.addBulk(req.body.to.map((to) => ({ name: "lost", data: { to } }))); // expect: unguarded-create
  res.end();
});
app.post("/parcels/:id/found", async (req, res) => { // silent: each job of the list has a key
  await letters.addBulk(req.body.to.map((to) => ({ name: "found", data: { to }, opts: { jobId: `${req.params.id}-${to}` } })));
  res.end();
});
new Worker("letters", async (job) => {
  // The second job has another id.
  if (await prisma.sentLetter.findUnique({ where: { jobId: job.id } })) return;
  await mailer.sendMail({ to: job.data.to, text: "Your parcel" }); // silent: a job that runs again is known
  await prisma.sentLetter.create({ data: { jobId: job.id } });
});
const counts = new Queue("counts");
app.post("/parcels/:id/weigh", async (req, res) => { // silent: the worker only sets
  await counts.add("weigh", { id: req.params.id, weight: req.body.weight });
  res.end();
});
new Worker("counts", async (job) => {
  await prisma.parcel.update({ where: { id: job.data.id }, data: { weight: job.data.weight } });
});
