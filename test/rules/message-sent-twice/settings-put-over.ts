// Settings are put over their defaults by names that are not known: what is off by default may be on. A client that is kept
// for the next caller is the one that was made.
import { PrismaClient } from "@prisma/client";
import express from "express";
import nodemailer from "nodemailer";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const defaults = () => ({ smtp: { enabled: false, host: "localhost" } });
function deepMerge(target, source) {
  for (const key in source) {
    if (source[key] && typeof source[key] === "object") {
      if (!target[key]) target[key] = {};
      deepMerge(target[key], source[key]);
    } else target[key] = source[key];
  }
  return target;
}
async function settings() {
  const found = {};
  for (const { key, value } of await prisma.setting.findMany()) found[key] = value;
  return deepMerge(defaults(), found);
}
app.post("/orders/:id/remind", async (req, res) => {
  const { smtp } = await settings();
  if (smtp.enabled) {
    const transport = nodemailer.createTransport({ host: smtp.host });
    await transport.sendMail({ to: "customer@example.com", text: req.params.id }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});

app.post("/orders/:id/remind-as-sent", async (req, res) => {
  const { smtp } = deepMerge(defaults(), req.body);
  if (smtp.enabled) {
    const transport = nodemailer.createTransport({ host: smtp.host });
    await transport.sendMail({ to: "customer@example.com", text: req.params.id }); // expect: message-sent-twice
  }
  res.sendStatus(204);
});

app.post("/orders/:id/remind-by-fax", async (req, res) => {
  if (defaults().smtp.enabled) {
    const transport = nodemailer.createTransport({});
    await transport.sendMail({ to: "customer@example.com", text: req.params.id }); // silent: it is off
  }
  res.sendStatus(204);
});

function singleton(name, make) {
  const kept = globalThis as any;
  kept.__clients ??= new Map();
  if (!kept.__clients.has(name)) kept.__clients.set(name, make());
  return kept.__clients.get(name)!;
}
const mailer = singleton("mailer", () => nodemailer.createTransport({}));
app.post("/orders/:id/thank", async (req, res) => {
  await mailer.sendMail({ to: "customer@example.com", text: req.params.id }); // expect: message-sent-twice
  res.sendStatus(204);
});
app.listen(3000);
