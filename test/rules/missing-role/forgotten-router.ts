// file: schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
  role     String
}

model Plan {
  id    String @id
  title String
}

model Voucher {
  id   String @id
  code String
}

model Report {
  id   String @id
  text String
}

// file: server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const prisma = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
const signedIn = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));
const staff = (req, res, next) => (req.session.user?.role === "staff" ? next() : res.sendStatus(403));

app.post("/register", async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password, role: "reader" } }));
});

app.patch("/plans/:id", staff, async (req, res) => {
  res.json(await prisma.plan.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.delete("/plans/:id", staff, async (req, res) => {
  res.json(await prisma.plan.delete({ where: { id: req.params.id } }));
});
app.patch("/boxes/:id", staff, async (req, res) => {
  res.json(await prisma.box.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.delete("/boxes/:id", staff, async (req, res) => {
  res.json(await prisma.box.delete({ where: { id: req.params.id } }));
});
app.patch("/shelves/:id", staff, async (req, res) => {
  res.json(await prisma.shelf.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.delete("/shelves/:id", staff, async (req, res) => {
  res.json(await prisma.shelf.delete({ where: { id: req.params.id } }));
});
app.patch("/tariffs/:id", staff, async (req, res) => {
  res.json(await prisma.tariff.update({ where: { id: req.params.id }, data: { title: req.body.title } }));
});
app.delete("/tariffs/:id", staff, async (req, res) => {
  res.json(await prisma.tariff.delete({ where: { id: req.params.id } }));
});

// Nobody thought of the vouchers.
app.post("/vouchers", signedIn, async (req, res) => { // expect: missing-role
  res.json(await prisma.voucher.create({ data: { code: req.body.code } }));
});
app.patch("/vouchers/:id", signedIn, async (req, res) => { // expect: missing-role
  res.json(await prisma.voucher.update({ where: { id: req.params.id }, data: { code: req.body.code } }));
});

app.post("/reports", signedIn, async (req, res) => { // silent: everybody may leave a report
  res.json(await prisma.report.create({ data: { text: req.body.text } }));
});
