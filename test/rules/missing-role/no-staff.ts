import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

// Everybody who signs in is a colleague here: nothing asks for a role before it changes what is nobody's.
const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

app.get("/parts", async (_req, res) => {
  res.json(await prisma.part.findMany());
});
app.post("/parts", async (req, res) => {
  res.json(await prisma.part.create({ data: { name: req.body.name } }));
});
app.delete("/parts/:id", async (req, res) => {
  await prisma.part.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
