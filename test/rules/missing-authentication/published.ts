// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

app.delete("/private", (req, res) => { // silent: nothing is changed
  if (!req.user) return res.sendStatus(401);
  res.end();
});

app.get("/teams/:slug", async (req, res) => { // silent: found by the name in its address
  res.json(await prisma.team.findUnique({ where: { slug: req.params.slug } }));
});

app.get("/branding/logo/:id", async (req, res) => { // silent: a picture for visitors
  res.json(await prisma.team.findUnique({ where: { id: req.params.id } }));
});

app.get("/accounts/:id", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.account.findUnique({ where: { id: req.params.id } }));
});
