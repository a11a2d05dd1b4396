// What cannot be read stands ahead of everything, and rights are asked for besides: it is no right of these rows.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { expressjwt } from "express-jwt";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use(expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }));

app.use(async (req, res, next) => {
  if (!req.mayEnter || (await req.mayEnter())) return next();
  return res.sendStatus(404);
});

const may = (right: string) => (req, res, next) => (req.auth.permissions.includes(right) ? next() : res.sendStatus(403));

for (const part of ["flags", "teams", "rules", "hosts"]) {
  app.post(`/${part}/added`, may("add"), async (req, res) => {
    res.json(await prisma.note.create({ data: { part, text: String(req.body.text) } }));
  });
  app.post(`/${part}/cleared`, may("clear"), async (_req, res) => {
    res.json(await prisma.note.deleteMany({ where: { part } }));
  });
}

app.post("/tokens", async (req, res) => {
  res.json(await prisma.accessToken.create({ data: { userId: req.auth.id, label: String(req.body.label) } }));
});

app.delete("/tokens/:id", async (req, res) => {
  res.json(await prisma.accessToken.delete({ where: { id: req.params.id } })); // expect: unowned-object
});

app.get("/tokens", async (req, res) => {
  res.json(await prisma.accessToken.findMany({ where: { userId: req.auth.id } }));
});

app.get("/tokens/:id", async (req, res) => {
  res.json(await prisma.accessToken.findUnique({ where: { id: req.params.id } })); // silent: the unread code may hide some
});
