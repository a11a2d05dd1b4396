import express from "express";
import { Inngest } from "inngest";
import { serve } from "inngest/express";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const inngest = new Inngest({ id: "events" });
const mailer = nodemailer.createTransport({});

// Steps are remembered within a run, and each event starts a run of its own.
const tell = inngest.createFunction({ id: "tell" }, { event: "guests/told" }, async ({ event, step }) => {
  await step.run("mail", () => mailer.sendMail({ to: event.data.to, text: event.data.text })); // silent: remembered
});
const lock = inngest.createFunction({ id: "lock" }, { event: "doors/locked" }, async ({ event, step }) => {
  await step.run("lock", () => prisma.door.update({ where: { id: event.data.id }, data: { locked: true } }));
});
// What middleware hands to the function is not known here, and its name says what it does.
const invite = inngest.createFunction({ id: "invite" }, { event: "email/guest.invited" }, async (context) => {
  await context.letters.invite(context.event.data);
});
app.use("/api/inngest", serve({ client: inngest, functions: [tell, lock, invite] }));

app.post("/guests/tell", async (req, res) => {
  await inngest.send({ name: "guests/told", data: { to: req.body.to, text: req.body.text } }); // expect: unguarded-create
  res.end();
});
app.post("/guests/told", async (req, res) => { // silent: the event has an id of its own
  await inngest.send({ id: req.body.id, name: "guests/told", data: { to: req.body.to } });
  res.end();
});
app.post("/guests/invite", async (req, res) => {
  await inngest.send({ name: "email/guest.invited", data: { to: req.body.to } }); // expect: unguarded-create
  res.end();
});
app.post("/doors/lock", async (req, res) => { // silent: its function only sets
  await inngest.send({ name: "doors/locked", data: { id: req.body.id } });
  res.end();
});
