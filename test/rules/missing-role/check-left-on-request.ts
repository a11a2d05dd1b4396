// A function that middleware leaves on the request is the check that later links call.
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

const needs = (right: string) => async (req, res, next) => {
  if (req.may && (await req.may(right))) return next(); // guard: role needs("labels.write")
  return res.status(403).end();
};

app.use((req, res, next) => {
  if (!req.user) return res.status(401).end(); // guard: authentication inline function
  next();
});

app.use((req, res, next) => {
  req.may = async (right: string) => {
    const { user } = req;
    if (!user) return false;
    return user.rights.includes(right);
  };
  next();
});

app.delete("/labels/:id", needs("labels.write"), async (req, res) => {
  await prisma.label.delete({ where: { id: Number(req.params.id) } }); // silent: whoever may
  res.end();
});

app.put("/labels/:id", needs("labels.write"), async (req, res) => {
  await prisma.label.update({ where: { id: Number(req.params.id) }, data: { name: req.body.name } });
  res.end();
});

app.post("/labels", async (req, res) => {
  await prisma.label.create({ data: { name: req.body.name } });
  res.end();
});

app.listen(3000);
