// A refusal with 429 says itself that it was asked too often, whatever it counts by.
// file: package.json
{ "dependencies": { "express": "4", "nodemailer": "6" } }
// file: src/server.ts
import { randomBytes } from "node:crypto";
import express from "express";
import nodemailer from "nodemailer";

abstract class Refusal extends Error {
  abstract statusCode: number;
}
class TooSoon extends Refusal {
  statusCode = 429;
}
class Unknown extends Refusal {
  statusCode = 404;
}

const mailer = nodemailer.createTransport(process.env.SMTP_URL);

class Letters {
  private waiting: Record<string, NodeJS.Timeout> = {};
  private known: Record<string, true> = {};

  async paused(email: string) {
    if (this.waiting[email]) throw new TooSoon("once a minute");
    this.waiting[email] = setTimeout(() => {
      delete this.waiting[email];
    }, 60_000);
    await mailer.sendMail({ to: email, text: randomBytes(9).toString("hex") }); // silent: a pause must pass
  }

  async unpaused(email: string) {
    if (!this.known[email]) throw new Unknown("nobody");
    await mailer.sendMail({ to: email, text: randomBytes(9).toString("hex") }); // expect: message-sent-twice
  }
}

const letters = new Letters();
const app = express();
app.use(express.json());
app.post("/password/reset", async (req, res) => {
  await letters.paused(req.body.email);
  res.sendStatus(204);
});
app.post("/password/again", async (req, res) => {
  await letters.unpaused(req.body.email);
  res.sendStatus(204);
});
app.use((error, req, res, next) => {
  res.status(error.statusCode).json({ error: error.message });
});
