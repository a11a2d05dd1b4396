import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/accounts/:id/warn", async (req, res) => {
  await prisma.linkToken.create({ data: { text: req.body.text } });
  await prisma.user.update({ where: { id: req.params.id }, data: { warned: true } }); // expect: writes-without-transaction
  res.end();
});
app.post("/tables/:id/hours", async (req, res) => {
  await prisma.booking.update({
    where: { id: req.params.id },
    data: { windows: { deleteMany: {}, create: req.body.windows } },
  });
  await prisma.page.update({ where: { id: req.body.page }, data: { note: req.body.note } }); // silent: the next try sets all of it again
  res.end();
});
