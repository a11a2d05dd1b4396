import express from "express";
import { Resend } from "resend";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();
const resend = new Resend(process.env.RESEND_KEY);

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.get("/invoices", async (req, res) => {
  res.json(await prisma.invoice.findMany({ where: { customerId: req.user.id } }));
});

app.get("/articles", async (req, res) => {
  res.json(await prisma.article.findMany());
});

app.post("/invoices/:id/mail", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } }); // expect: unowned-object
  if (!invoice) return res.sendStatus(404);
  await resend.emails.send({ from: "us@lumen.example", to: req.body.to, subject: "Your invoice", text: `You owe ${invoice.total}` });
  res.sendStatus(204);
});

app.post("/own-invoices/:id/mail", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (invoice?.customerId !== req.user.id) return res.sendStatus(404);
  await resend.emails.send({ from: "us@lumen.example", to: req.user.email, subject: "Your invoice", text: `You owe ${invoice.total}` }); // silent: compared first
  res.sendStatus(204);
});

app.post("/articles/:id/mail", async (req, res) => {
  const article = await prisma.article.findUnique({ where: { id: req.params.id } });
  if (!article) return res.sendStatus(404);
  await resend.emails.send({ from: "us@lumen.example", to: req.body.to, subject: article.title, text: article.body }); // silent: everybody reads them
  res.sendStatus(204);
});

app.post("/invoices/:id/paid", async (req, res) => {
  const invoice = await prisma.invoice.findUnique({ where: { id: req.params.id } });
  if (!invoice) return res.sendStatus(404);
  await resend.emails.send({ from: "us@lumen.example", to: "books@lumen.example", subject: "Paid", text: "Somebody says that they paid" }); // silent: it says nothing of the row
  res.sendStatus(204);
});
