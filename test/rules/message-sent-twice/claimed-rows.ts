import cron from "node-cron";
import knex from "knex";
import nodemailer from "nodemailer";

const db = knex({ client: "pg" });
const mailer = nodemailer.createTransport({});

cron.schedule("0 7 * * *", async () => { // silent: who gets the rows has taken them
  const taken = await db("visits").whereNull("reminded_at").update({ reminded_at: db.fn.now() }).returning(["email", "starts_at"]);
  for (const row of taken) await mailer.sendMail({ to: row.email, text: `At ${row.starts_at.toISOString()}` });
});
cron.schedule("0 8 * * *", async () => {
  const rows = await db("visits").whereNull("cancelled_at").update({ seen_at: db.fn.now() }).returning(["email"]);
  for (const row of rows) await mailer.sendMail({ to: row.email, text: "Tomorrow" }); // expect: message-sent-twice
});
