import { Queue } from "bullmq";
import express from "express";

const app = express();
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
