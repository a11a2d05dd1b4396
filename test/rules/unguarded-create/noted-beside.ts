// What is noted beside other work hides neither the job that is queued nor the letter that waits in a table.
import express from "express";
import { PgBoss } from "pg-boss";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const boss = new PgBoss(process.env.QUEUE_URL);
const app = express();
app.use(express.json());

app.post("/updates/:id/share", async (req, res) => {
  await prisma.update.update({ where: { id: req.params.id }, data: { shared: true } });
  await prisma.auditLog.create({ data: { action: "update.shared", updateId: req.params.id } });
  await boss.send("email.share-update", { updateId: req.params.id }); // expect: unguarded-create, dual-write
  res.sendStatus(204);
});

app.post("/updates/:id/hide", async (req, res) => {
  await prisma.update.update({ where: { id: req.params.id }, data: { shared: false } });
  await prisma.auditLog.create({ data: { action: "update.hidden", updateId: req.params.id } }); // silent: a note
  res.sendStatus(204);
});

app.post("/updates/:id/remind", async (req, res) => {
  await prisma.email_queue.create({ data: { template: "reminder", updateId: req.params.id } }); // expect: unguarded-create
  res.sendStatus(204);
});
app.listen(3000);
