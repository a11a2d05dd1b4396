// file: schema.prisma
model Clerk {
  id       String @id
  email    String @unique
  password String
}

model Customer {
  id    String @id
  name  String
  phone String
}

model Invoice {
  id         String   @id
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId String
  total      Int
}

// file: server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const prisma = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));

app.post("/register", async (req, res) => {
  res.json(await prisma.clerk.create({ data: { email: req.body.email, password: req.body.password } }));
});
app.use((req, res, next) => (req.session.user ? next() : res.sendStatus(401)));

// Customers do not sign in: clerks work on the invoices of all of them.
app.get("/invoices", async (_req, res) => {
  res.json(await prisma.invoice.findMany()); // silent: a tool of a team
});
app.get("/invoices/:id", async (req, res) => {
  res.json(await prisma.invoice.findUnique({ where: { id: req.params.id } })); // silent: a tool of a team
});
