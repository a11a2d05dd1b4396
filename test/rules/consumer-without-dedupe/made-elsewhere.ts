import { Worker } from "bullmq";
import { Pool } from "pg";
import { PrismaClient } from "@prisma/client";
import Stripe from "stripe";

const prisma = new PrismaClient();
const pool = new Pool();
const stripe = new Stripe(process.env.STRIPE_KEY!);

new Worker("ledger-export", async () => { // expect: consumer-without-dedupe
  const open = await prisma.bill.findMany({ where: { remoteId: null } });
  for (const bill of open) {
    const made = await fetch("https://ledger.example.com/receivables", { method: "POST", body: JSON.stringify({ bill: bill.id, cents: bill.cents }) });
    await prisma.bill.update({ where: { id: bill.id }, data: { remoteId: (await made.json()).id } });
  }
});
new Worker("streaks", async (job) => { // silent: a streak that runs is not started again
  const reader = await prisma.reader.findUnique({ where: { id: job.data.id } });
  if (typeof reader.streak === "number") return;
  await prisma.reader.update({ where: { id: reader.id }, data: { streak: 0 } });
  await prisma.medal.create({ data: { reader: reader.id } });
});
new Worker("medals", async (job) => { // expect: consumer-without-dedupe
  const reader = await prisma.reader.findUnique({ where: { id: job.data.id } });
  if (typeof reader.streak === "number") return;
  await prisma.reader.update({ where: { id: reader.id }, data: { seen: true } });
  await prisma.medal.create({ data: { reader: reader.id } });
});
new Worker("missing-medals", async () => { // silent: only what is missing is added
  await pool.query(`WITH due AS (SELECT id FROM readers WHERE streak > 30),
    fresh AS (SELECT due.id FROM due LEFT JOIN medals m ON m.reader = due.id WHERE m.id IS NULL)
    INSERT INTO medals (reader) SELECT id FROM fresh`);
});
new Worker("seats", async (job) => { // silent: each seat has its number
  const rows = Array.from({ length: job.data.seats }, (_, number) => ({ show: job.data.show, number }));
  await prisma.seat.createMany({ data: rows, skipDuplicates: true });
});
new Worker("resize", async (job) => { // silent: each failure is noted
  try {
    await prisma.picture.update({ where: { id: job.data.id }, data: { width: 100 } });
  } catch (error) {
    await prisma.pictureFailure.create({ data: { picture: job.data.id, text: String(error) } });
  }
});
