import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

// Which host is asked, and which page asks, the caller writes as they like: neither is a network.
app.use(async (req, res, next) => {
  if (req.headers.host?.replace("www.", "") === process.env["DEFAULT_DOMAIN"]) return next();
  const domain = await prisma.domain.findUnique({ where: { address: req.headers.host } });
  if (domain?.homepage) return res.redirect(302, domain.homepage);
  return next();
});

const fromOurPages = (req, res, next) =>
  req.headers.origin === process.env["ADMIN_ORIGIN"] ? next() : res.sendStatus(403);

const signedIn = (req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
};

app.get("/domains", signedIn, async (req, res) => {
  res.json(await prisma.domain.findMany({ where: { userId: req.user.id } }));
});

app.post("/internal/domains/checked", async (_req, res) => { // expect: missing-authentication
  await prisma.domain.updateMany({ where: { checked: false }, data: { checked: true } });
  res.sendStatus(204);
});

app.post("/internal/domains/lifted", fromOurPages, async (_req, res) => { // expect: missing-authentication
  await prisma.domain.updateMany({ where: { banned: true }, data: { banned: false } });
  res.sendStatus(204);
});
