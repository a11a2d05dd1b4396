import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));

const signedIn = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));
const staffOnly = (req, res, next) => (req.session.user?.role === "staff" ? next() : res.sendStatus(403));

app.get("/books", async (_req, res) => {
  res.json(await prisma.book.findMany());
});
app.get("/shelves", async (_req, res) => {
  res.json(await prisma.shelf.findMany());
});

app.post("/books", staffOnly, async (req, res) => {
  res.json(await prisma.book.create({ data: { title: req.body.title } }));
});
app.delete("/books/:id", staffOnly, async (req, res) => {
  await prisma.book.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

// The like of it asks for a role.
app.post("/import/books", signedIn, async (req, res) => { // expect: missing-role
  //                                ^^^^^ which changes book for everybody
  await prisma.book.createMany({ data: req.body.titles.map((title) => ({ title })) });
  res.sendStatus(201);
});

// Shelves are shown to all, and most of what is so is changed by staff.
app.patch("/shelves/:id", signedIn, async (req, res) => { // expect: missing-role
  res.json(await prisma.shelf.update({ where: { id: req.params.id }, data: { name: req.body.name } }));
});

app.post("/reviews", signedIn, async (req, res) => { // silent: stored with the caller
  res.json(await prisma.review.create({ data: { bookId: req.body.bookId, userId: req.session.user.id } }));
});

app.post("/reports", signedIn, async (req, res) => { // silent: left for staff, who changes them
  res.json(await prisma.report.create({ data: { text: req.body.text } }));
});
app.patch("/reports/:id", staffOnly, async (req, res) => {
  res.json(await prisma.report.update({ where: { id: req.params.id }, data: { done: true } }));
});

app.post("/vouchers/use", signedIn, async (req, res) => { // silent: whoever knows the code may use it up
  const vouchers = await prisma.voucher.findMany();
  if (!vouchers.some((voucher) => voucher.code === req.body.code)) return res.sendStatus(404);
  await prisma.voucher.deleteMany({ where: { code: req.body.code } });
  res.sendStatus(204);
});
app.delete("/vouchers/:id", staffOnly, async (req, res) => {
  await prisma.voucher.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
