import { PrismaClient } from "@prisma/client";
import cookieParser from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(cookieParser(process.env["COOKIE_SECRET"]));

app.get("/orders", async (req, res) => {
  const id = req.cookies.userId;
  if (!id) return res.sendStatus(401); // expect: unverified-token
  res.json(await prisma.order.findMany({ where: { userId: id } }));
});

// What middleware leaves there is still what the cookie says: told once, where it is asked for.
const signedIn = (req, res, next) => {
  const user = JSON.parse(req.cookies.account || "null");
  if (!user) return res.sendStatus(401); // expect: unverified-token
  req.user = user;
  next();
};
app.get("/invoices", signedIn, async (req, res) => {
  res.json(await prisma.invoice.findMany({ where: { userId: req.user.id } }));
});
app.delete("/invoices/:id", signedIn, async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.invoice.delete({ where: { id: req.params.id } }));
});

app.get("/signed", async (req, res) => {
  const id = req.signedCookies.userId;
  if (!id) return res.sendStatus(401);
  res.json(await prisma.order.findMany({ where: { userId: id } })); // silent: the service signed it
});

app.get("/session", async (req, res) => {
  const session = await prisma.session.findUnique({ where: { id: req.cookies.sid } });
  if (!session) return res.sendStatus(401);
  res.json(await prisma.order.findMany({ where: { userId: session.userId } })); // silent: a random text that is looked up
});

app.get("/both", async (req, res) => {
  const user = await prisma.user.findFirst({ where: { id: req.cookies.userId, loginToken: req.cookies.loginToken } });
  if (!user) return res.sendStatus(401);
  res.json(await prisma.order.findMany({ where: { userId: user.id } })); // silent: the other cookie is a secret
});

app.get("/token", async (req, res) => {
  const user = jwt.verify(req.cookies.user, process.env["JWT_SECRET"] as string);
  res.json(await prisma.order.findMany({ where: { userId: user.id } })); // silent: verified
});

app.get("/basket", async (req, res) => {
  const basket = JSON.parse(req.cookies.basket ?? "{}");
  res.json(await prisma.article.findMany({ where: { id: { in: basket.ids } } })); // silent: a visitor's basket
});

// In an application that verifies tokens elsewhere, no gateway fills such a header.
app.get("/by-header", async (req, res) => {
  const email = req.headers["x-user-email"];
  if (!email) return res.sendStatus(401); // expect: unverified-token
  res.json(await prisma.order.findMany({ where: { user: { email } } }));
});
