// What a service logs of a request once it is answered refuses nobody.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import { logger } from "acme-logging";
import { check } from "acme-rights";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => {
  res.on("finish", () => {
    const level = res.statusCode >= 500 ? "error" : "info";
    logger[level]("answered", { method: req.method, user: req.headers["x-user"], by: (req as any).user?.id });
  });
  next();
});

const signedIn = (req, res, next) => {
  req.user = jwt.verify(req.cookies.token, process.env.TOKEN_KEY);
  next();
};

app.post("/invoices", signedIn, async (req, res) => {
  res.json(await prisma.invoice.create({ data: { userId: req.user.id, total: 5 } }));
});
app.delete("/invoices/:id", signedIn, async (req, res) => {
  res.json(await prisma.invoice.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.put("/invoices/:id", signedIn, async (req, res) => {
  check[req.method](req);
  res.json(await prisma.invoice.update({ where: { id: req.params.id }, data: { total: 6 } })); // silent: it may refuse
});
