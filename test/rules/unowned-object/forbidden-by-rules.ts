// Rules are objects that are evaluated somewhere else: whoever is told 403 may not, by whatever rule.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Order {
  id     String @id
  userId String
  note   String
  user   User   @relation(fields: [userId], references: [id])
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import { ruleFor } from "./rules";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/orders", async (req, res) => { // silent: the caller's own
  res.json(await prisma.order.findMany({ where: { userId: req.user.id } }));
});

app.delete("/orders/:id", async (req, res) => { // silent: a rule that cannot be read forbids it
  const order = await prisma.order.findUnique({ where: { id: req.params.id } });
  const decision = ruleFor("order.delete").evaluate({ order });
  if (!decision && process.env.UNSAFE !== "true") return res.sendStatus(403);
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.put("/orders/:id", async (req, res) => {
  await prisma.order.update({ where: { id: req.params.id }, data: { note: String(req.body.note) } }); // expect: unowned-object
  res.sendStatus(204);
});
app.patch("/orders/:id", async (req, res) => {
  const words = String(req.body.note).toLowerCase().split(" ");
  if (words.some((word) => FORBIDDEN.includes(word))) return res.sendStatus(403);
  await prisma.order.update({ where: { id: req.params.id }, data: { note: String(req.body.note) } }); // expect: unowned-object
  res.sendStatus(204);
});

const FORBIDDEN = ["damn"];
// file: src/rules.ts
const rules = JSON.parse(process.env.RULES!);

export function ruleFor(name: string) {
  return rules[name];
}
