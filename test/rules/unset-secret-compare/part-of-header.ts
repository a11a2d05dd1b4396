// What is left of a header that was not sent is undefined, and so is the variable.
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.post("/sweep", async (req, res) => {
  if (req.headers["x-key"]?.replace("Key ", "") !== process.env.SWEEP_KEY) return res.sendStatus(401); // expect: unset-secret-compare
  await prisma.booking.deleteMany({ where: { archived: true } });
  res.sendStatus(204);
});

app.post("/count", async (req, res) => { // silent: it is asked whether the key is set
  if (!process.env.COUNT_KEY || req.headers["x-key"] !== process.env.COUNT_KEY) return res.sendStatus(401);
  await prisma.booking.deleteMany({ where: { counted: true } });
  res.sendStatus(204);
});
