// What may be given and is not, is not there: the type says what it could be, and no job has a key by that.
import Bull, { type JobOptions } from "bull";
import express from "express";
import nodemailer from "nodemailer";

const app = express();
const mailer = nodemailer.createTransport({});
const letters = new Bull("letters");

class Letter {
  constructor(private to: string) {}
  schedule(options?: JobOptions) {
    return letters.add({ to: this.to }, { attempts: 3, ...options }); // expect: unguarded-create
  }
}

app.post("/parcels/:id/lost", async (req, res) => {
  await new Letter(req.body.to).schedule();
  res.end();
});
app.post("/parcels/:id/found", async (req, res) => { // silent: it is given, and holds a key
  await new Letter(req.body.to).schedule({ jobId: `found-${req.params.id}` });
  res.end();
});
letters.process(async (job) => {
  await mailer.sendMail({ to: job.data.to, text: "Your parcel" });
});
