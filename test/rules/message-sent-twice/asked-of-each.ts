// Each row of a list is asked for a state, and leaves it on the way of its message: the next run passes it by.
// file: package.json
{ "dependencies": { "node-cron": "3", "nodemailer": "6", "@prisma/client": "6", "pg": "8" } }
// file: prisma/schema.prisma
model Alert {
  id     String    @id
  email  String
  state  String
  toldAt DateTime?
}
// file: src/jobs.ts
import { PrismaClient } from "@prisma/client";
import cron from "node-cron";
import nodemailer from "nodemailer";
import pg from "pg";

const prisma = new PrismaClient();
const pool = new pg.Pool();
const mailer = nodemailer.createTransport(process.env.SMTP_URL);

cron.schedule("1 * * * *", async () => {
  for (const alert of await prisma.alert.findMany()) {
    if (alert.toldAt) continue;
    await mailer.sendMail({ to: alert.email }); // silent: its row is marked right behind it
    await prisma.alert.update({ where: { id: alert.id }, data: { toldAt: new Date() } });
  }
});

cron.schedule("2 * * * *", async () => {
  for (const alert of await prisma.alert.findMany()) {
    if (alert.state === "calm") {
      await prisma.alert.update({ where: { id: alert.id }, data: { state: "loud" } });
      await mailer.sendMail({ to: alert.email }); // silent: it is loud by now
    }
  }
});

cron.schedule("3 * * * *", async () => {
  const alerts = await prisma.alert.findMany();
  await Promise.all(
    alerts.map(async (alert) => {
      if (alert.state !== "calm") return;
      await prisma.alert.update({ where: { id: alert.id }, data: { state: "loud" } });
      await mailer.sendMail({ to: alert.email }); // silent: it is loud by now
    }),
  );
});

cron.schedule("4 * * * *", async () => {
  for (const alert of await prisma.alert.findMany()) {
    if (alert.toldAt) continue;
    await mailer.sendMail({ to: alert.email }); // expect: message-sent-twice
    await prisma.alert.update({ where: { id: alert.id }, data: { state: "loud" } });
  }
});

cron.schedule("5 * * * *", async () => {
  for (const alert of await prisma.alert.findMany()) {
    if (alert.state === "calm") await prisma.alert.update({ where: { id: alert.id }, data: { state: "loud" } });
    await mailer.sendMail({ to: alert.email }); // expect: message-sent-twice
  }
});

cron.schedule("6 * * * *", async () => {
  const alerts = await prisma.alert.findMany();
  for (const alert of alerts) {
    if (alert.toldAt) continue;
    await mailer.sendMail({ to: alert.email }); // expect: message-sent-twice
  }
  // A stop in between tells the first ones again.
  for (const alert of alerts) await prisma.alert.update({ where: { id: alert.id }, data: { toldAt: new Date() } });
});

// One statement picks the rows by their state and takes them out of it.
cron.schedule("7 * * * *", async () => {
  const { rows } = await pool.query(
    "WITH due AS (SELECT a.id FROM alerts a WHERE a.state = 'calm') UPDATE alerts SET state = 'loud' WHERE id IN (SELECT id FROM due) RETURNING *",
  );
  for (const alert of rows) await mailer.sendMail({ to: alert.email }); // silent: none of them is calm any more
});

cron.schedule("8 * * * *", async () => {
  const { rows } = await pool.query(
    "WITH due AS (SELECT a.id FROM alerts a WHERE a.kind = 'mail') UPDATE alerts SET state = 'loud' WHERE id IN (SELECT id FROM due) RETURNING *",
  );
  for (const alert of rows) await mailer.sendMail({ to: alert.email }); // expect: message-sent-twice
});
