// What compares texts may compare a key.
import { PrismaClient } from "@prisma/client";
import express from "express";
import validator from "validator";

const prisma = new PrismaClient();
const app = express();

app.delete("/orders/:id", async (req, res) => { // silent: whoever does not know the key is refused
  if (!validator.equals(String(req.headers["x-api-key"]), process.env.KEY)) return res.sendStatus(400);
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.delete("/lines/:id", async (req, res) => { // expect: missing-authentication
  if (!validator.isUUID(req.params.id)) return res.sendStatus(400);
  await prisma.line.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
