import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/webhooks/fulfilment", async (req, res) => {
  await prisma.submission.update({ where: { id: req.body.id }, data: { status: req.body.status } });
  res.end();
});
app.post("/submissions/:id/approve", async (req, res) => { // silent: nobody knows who calls the webhook, and no money is concerned
  await prisma.submission.update({ where: { id: req.params.id }, data: { status: "confirmed" } });
  res.end();
});
