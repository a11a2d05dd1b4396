// file: src/mail.ts
import nodemailer from "nodemailer";
import { greet } from "./greet.ts";

const mailer = nodemailer.createTransport({});

export async function notify(to: string) {
  await mailer.sendMail({ to, text: "Thank you" }); // silent: several workers share it, and each is told in its own code
}
export async function welcome(to: string) {
  await mailer.sendMail({ to, text: greet(to) }); // expect: message-sent-twice
}
// file: src/greet.ts
export const greet = (name: string): string => `Welcome ${name}`;
// file: src/workers.ts
import { Worker } from "bullmq";
import { notify, welcome } from "./mail.ts";

new Worker("receipts", async (job) => {
  await notify(job.data.email); // expect: message-sent-twice
});
new Worker("reminders", async (job) => {
  await notify(job.data.email); // expect: message-sent-twice
});
new Worker("welcomes", async (job) => {
  await welcome(job.data.email);
});
new Worker("again", remind);
new Worker("and-again", remind);
new Worker("told", async (job) => {
  // hardpath-allow message-sent-twice: the provider drops what it has sent already
  await notify(job.data.email); // suppressed: message-sent-twice
});

async function remind(job: { data: { email: string } }) {
  await notify(job.data.email); // expect: message-sent-twice
}
