// file: schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
}

model CashTransfer {
  id     String @id
  user   User   @relation(fields: [userId], references: [id])
  userId String
  amount Int
}

model Desk {
  id     String @id
  userId String
  colour String
}

// file: server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const prisma = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

// A member of the team makes accounts for the others: who stands in a transfer is the clerk who entered it.
app.post("/users", async (req, res) => {
  res.json(await prisma.user.create({ data: { email: req.body.email, password: req.body.password } }));
});
app.get("/desk", async (req, res) => {
  res.json(await prisma.desk.findMany({ where: { userId: req.session.user.id } }));
});
app.post("/transfers", async (req, res) => {
  res.json(await prisma.cashTransfer.create({ data: { userId: req.session.user.id, amount: req.body.amount } }));
});
app.get("/transfers", async (_req, res) => {
  res.json(await prisma.cashTransfer.findMany()); // silent: a tool of a team
});
app.get("/transfers/:id", async (req, res) => {
  res.json(await prisma.cashTransfer.findUnique({ where: { id: req.params.id } })); // silent: a tool of a team
});
