// file: src/app.ts
import { Queue } from "bullmq";
import express from "express";
import { Pool } from "pg";

const app = express();
const pool = new Pool();
const invoices = new Queue("invoices");

app.post("/orders/:id/bill", async (req, res) => {
  const order = await pool.query("UPDATE orders SET status = 'billed' WHERE id = $1 RETURNING id, total", [req.params.id]);
  await invoices.add("invoice", { order: order.rows[0].id }); // expect: dual-write
  res.json(order.rows[0]);
});
app.post("/orders/:id/close", async (req, res) => { // silent: nobody is told
  await pool.query("UPDATE orders SET status = 'closed' WHERE id = $1", [req.params.id]);
  res.end();
});
// file: src/book.ts
import { Queue } from "bullmq";
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const mails = new Queue("mails");

app.post("/bookings/:id/confirm", async (req, res) => {
  await prisma.booking.update({ where: { id: req.params.id }, data: { status: "confirmed" } });
  await mails.add("confirmation", { booking: req.params.id }); // expect: dual-write
  res.end();
});
// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model Booking {
  id     String @id
  status String
}
