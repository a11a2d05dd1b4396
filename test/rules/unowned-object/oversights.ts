import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// One address that somebody forgot to guard makes the table no catalogue.
app.post("/internal/reprice", async (req, res) => {
  res.json(await prisma.bill.findMany({ where: { period: req.body.period } }));
});
app.get("/articles", async (req, res) => {
  res.json(await prisma.article.findMany({}));
});

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  } catch {
    return res.sendStatus(401);
  }
  next();
});

app.get("/bills", async (req, res) => {
  res.json(await prisma.bill.findMany({ where: { shopId: req.user.shopId } }));
});
app.get("/bills/:id", async (req, res) => {
  res.json(await prisma.bill.findUnique({ where: { id: req.params.id } })); // expect: unowned-object
});

app.get("/my/articles", async (req, res) => {
  res.json(await prisma.article.findMany({ where: { authorId: req.user.id } }));
});
app.get("/articles/:id", async (req, res) => {
  res.json(await prisma.article.findUnique({ where: { id: req.params.id } })); // silent: a catalogue
});

// The row is found by the id of the request, and changed by the id that was read of it.
app.post("/bills/:id/cancel", async (req, res) => {
  const bill = await prisma.bill.findUnique({ where: { id: req.params.id } });
  if (!bill) return res.sendStatus(404);
  await prisma.bill.update({ where: { id: bill.id }, data: { state: "cancelled" } }); // expect: unowned-object
  res.sendStatus(204);
});
app.post("/bills/:id/pay", async (req, res) => {
  const bill = await prisma.bill.findFirst({ where: { id: req.params.id, shopId: req.user.shopId } });
  if (!bill) return res.sendStatus(404);
  await prisma.bill.update({ where: { id: bill.id }, data: { state: "paid" } }); // silent: the caller's own
  res.sendStatus(204);
});
app.post("/bills/:id/rate", async (req, res) => {
  const bill = await prisma.bill.findUnique({ where: { id: req.params.id } });
  await prisma.rating.create({ data: { billId: bill.id, userId: req.user.id, stars: req.body.stars } });
  const all = await prisma.rating.findMany({ where: { billId: bill.id } });
  const sum = all.reduce((total, one) => total + one.stars, 0);
  await prisma.bill.update({ where: { id: bill.id }, data: { stars: sum / all.length } }); // silent: worked out
  res.sendStatus(204);
});
app.post("/bills/:id/claim", async (req, res) => {
  const bill = await prisma.bill.findUnique({ where: { id: req.params.id } });
  if (bill.claimCode !== req.body.code) return res.sendStatus(403);
  await prisma.bill.update({ where: { id: bill.id }, data: { claimed: true } }); // silent: who knows the code may
  res.sendStatus(204);
});
app.get("/bills/of-kind/all", async (req, res) => {
  res.json(await prisma.bill.findMany({ where: { shop: { id: req.user.shopId }, status: req.query.status } }));
});

// Whoever asks for another's than their own is checked.
app.get("/people/:id/bills", async (req, res) => {
  if (req.params.id !== req.user.id) {
    const member = await prisma.membership.findFirst({ where: { userId: req.params.id, shopId: req.user.shopId } });
    if (!member) return res.sendStatus(403);
  }
  res.json(await prisma.bill.findMany({ where: { payerId: req.params.id } })); // silent: checked
});

app.listen(3000);
