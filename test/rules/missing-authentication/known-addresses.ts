import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

// A list of addresses tells networks apart, and not people.
app.use((req, res, next) => {
  const address = req.headers["x-forwarded-for"] || req.socket.remoteAddress;
  const allowed = (process.env["ALLOWED_ADDRESSES"] ?? "").split(",");
  if (process.env["NODE_ENV"] === "development") return next();
  if (allowed.some((one) => one.trim() === address)) return next();
  return res.status(403).json({ error: "not from there" });
});

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

app.get("/users/me", signedIn, async (req, res) => {
  res.json(await prisma.user.findUnique({ where: { id: req.user.id } }));
});

app.post("/orders", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.order.create({ data: { article: String(req.body.article) } }));
});

app.post("/internal/close-day", async (_req, res) => {
  await prisma.day.updateMany({ where: { closed: false }, data: { closed: true } }); // silent: machines of the own network call it
  res.sendStatus(204);
});
