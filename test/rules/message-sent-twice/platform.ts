import express from "express";
import * as admin from "firebase-admin";
import * as functions from "firebase-functions";
import nodemailer from "nodemailer";

const db = admin.firestore();
const mailer = nodemailer.createTransport({ host: "mail" });

export const told = functions.firestore.document("jobs/{id}").onUpdate(async (change) => {
  const { token } = change.after.data();
  await admin.messaging().send({ token, notification: { title: "Changed" } }); // expect: message-sent-twice
});

export const dropped = functions.pubsub.schedule("every 5 minutes").onRun(async () => {
  const open = await db.collection("jobs").where("status", "==", "open").get();
  const batch = db.batch();
  open.docs.forEach((job) => {
    batch.update(job.ref, { status: "dropped" });
  });
  await batch.commit();
  for (const job of open.docs) await admin.messaging().send({ token: job.data().token }); // silent: the next run finds none of them
});

const app = express();
app.use((req, res, next) => (req.headers.authorization === process.env["TOKEN"] ? next() : res.sendStatus(401)));
app.get("/orders/:id/paid", async (req, res) => {
  await mailer.sendMail({ to: "shop@example.org", text: req.params.id }); // expect: message-sent-twice
  res.end();
});
