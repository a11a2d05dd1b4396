import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use((req, res, next) => {
  req["staffMember"] = jwt.verify(req.headers.authorization, process.env.TOKEN_KEY);
  next();
});

app.delete("/admin/pages/:id", async (req, res) => {
  if (req.staffMember.role !== "editor") return res.sendStatus(403);
  await prisma.page.delete({ where: { id: req.params.id } }); // silent: the role of the caller, under a name of their own
  res.sendStatus(204);
});

app.delete("/admin/posts/:id", async (req, res) => { // expect: missing-role
  await prisma.post.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
