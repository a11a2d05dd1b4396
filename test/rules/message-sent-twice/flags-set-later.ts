// A flag that begins as false, and that somebody sets: nobody knows whether it is on, and what stands behind it counts.
// file: package.json
{ "dependencies": { "express": "4", "nodemailer": "6" } }
// file: src/mail.ts
import nodemailer from "nodemailer";
const transport = nodemailer.createTransport(process.env.SMTP_URL);

export class Letters {
  private enabled: boolean;
  constructor() {
    this.enabled = false;
    if (process.env.MAIL_ENABLED === "true") this.enabled = true;
  }
  async welcome(to: string) {
    if (!this.enabled) return;
    await transport.sendMail({ to, text: "Welcome" }); // expect: message-sent-twice
  }
}

export class Notices {
  ready = false;
  async connect() {
    await transport.verify();
    this.ready = true;
  }
  async notify(to: string) {
    if (!this.ready) return;
    await transport.sendMail({ to, text: "News" }); // expect: message-sent-twice
  }
}

export class Receipts {
  static on = false;
  static start() {
    Receipts.on = true;
  }
  static async send(to: string) {
    if (!Receipts.on) return;
    await transport.sendMail({ to, text: "Thank you" }); // expect: message-sent-twice
  }
}

export const reminders = {
  on: false,
  start() {
    this.on = true;
  },
  async send(to: string) {
    if (!this.on) return;
    await transport.sendMail({ to, text: "Do not forget" }); // expect: message-sent-twice
  },
};

export class Drafts {
  enabled = false;
  async send(to: string) {
    if (!this.enabled) return;
    await transport.sendMail({ to, text: "Not yet" }); // silent: nobody ever sets it
  }
}

export class Retired {
  enabled = true;
  constructor() {
    this.enabled = false;
  }
  stop() {
    this.enabled = false;
  }
  async send(to: string) {
    if (!this.enabled) return;
    await transport.sendMail({ to, text: "No longer" }); // silent: it is only ever set to false
  }
}
// file: src/server.ts
import express from "express";
import { Drafts, Letters, Notices, Receipts, Retired, reminders } from "./mail";

const app = express();
app.use(express.json());
const letters = new Letters();
const notices = new Notices();
const drafts = new Drafts();
const retired = new Retired();

app.post("/members", async (req, res) => {
  await letters.welcome(req.body.email);
  res.sendStatus(201);
});
app.post("/notices", async (req, res) => {
  await notices.notify(req.body.email);
  res.sendStatus(201);
});
app.post("/receipts", async (req, res) => {
  await Receipts.send(req.body.email);
  res.sendStatus(201);
});
app.post("/reminders", async (req, res) => {
  await reminders.send(req.body.email);
  res.sendStatus(201);
});
app.post("/drafts", async (req, res) => {
  await drafts.send(req.body.email);
  res.sendStatus(201);
});
app.post("/retired", async (req, res) => {
  await retired.send(req.body.email);
  res.sendStatus(201);
});
