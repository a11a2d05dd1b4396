import cron from "node-cron";
import nodemailer from "nodemailer";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const mailer = nodemailer.createTransport({});

cron.schedule("0 9 * * *", async () => { // silent: whom it reached is marked, and asked for
  const waiting = await prisma.reminder.findMany({ where: { sentAt: null } });
  for (const one of waiting) {
    await mailer.sendMail({ to: one.email, text: "Tomorrow" });
    await prisma.reminder.update({ where: { id: one.id }, data: { sentAt: new Date() } });
  }
});
cron.schedule("0 10 * * *", async () => {
  const waiting = await prisma.reminder.findMany({ where: { status: "waiting" } });
  for (const one of waiting) await mailer.sendMail({ to: one.email, text: "Tomorrow" }); // expect: message-sent-twice
  await prisma.reminder.updateMany({ where: { status: "waiting" }, data: { status: "sent" } });
});
cron.schedule("0 11 * * *", async () => {
  const waiting = await prisma.reminder.findMany({ where: { status: "waiting" } });
  for (const one of waiting) {
    await mailer.sendMail({ to: one.email, text: "Tomorrow" }); // expect: message-sent-twice
    await prisma.reminder.update({ where: { id: one.id }, data: { tries: 1 } });
  }
});
cron.schedule("0 12 * * *", async () => {
  const readers = await prisma.reader.findMany({ where: { active: true } });
  for (const one of readers) await mailer.sendMail({ to: one.email, text: "News" }); // expect: message-sent-twice
});
cron.schedule("0 13 * * *", async () => { // silent: all are marked ahead
  const waiting = await prisma.reminder.findMany({ where: { status: "waiting" } });
  await prisma.reminder.updateMany({ where: { status: "waiting" }, data: { status: "sent" } });
  for (const one of waiting) await mailer.sendMail({ to: one.email, text: "Tomorrow" });
});
