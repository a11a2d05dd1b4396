// The whole body is stored, and the table asks for an address of its own: the second time nothing is stored, and nobody is told.
import express from "express";
import mongoose from "mongoose";
import nodemailer from "nodemailer";

const Guest = mongoose.model(
  "Guest",
  new mongoose.Schema({ email: { type: String, required: true, unique: true }, name: String }),
);
const Visit = mongoose.model("Visit", new mongoose.Schema({ email: { type: String, unique: true }, name: String }));
const Pass = mongoose.model(
  "Pass",
  new mongoose.Schema({ email: { type: String, required: true, unique: true }, code: String }),
);
const mailer = nodemailer.createTransport({ host: process.env.SMTP_HOST });

const app = express();
app.use(express.json());
app.post("/guests", async (req, res) => {
  const guest = new Guest(req.body);
  await guest.save();
  await mailer.sendMail({ to: guest.email, subject: "Welcome" }); // silent: the second guest of that address is refused
  res.sendStatus(201);
});
app.post("/visits", async (req, res) => {
  const visit = new Visit(req.body);
  await visit.save();
  await mailer.sendMail({ to: req.body.email, subject: "Welcome" }); // expect: message-sent-twice
  res.sendStatus(201);
});
app.post("/passes", async (req, res) => {
  await Pass.deleteMany({ email: req.body.email });
  await Pass.create({ ...req.body, code: Math.random().toString(36) });
  await mailer.sendMail({ to: req.body.email, subject: "Your pass" }); // expect: message-sent-twice
  res.sendStatus(201);
});
app.listen(3000);
