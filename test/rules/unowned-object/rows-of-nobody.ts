// Rows without an owner come with the service: they are for everybody.

// file: prisma/schema.prisma
model User {
  id    String @id
  plans Plan[]
}
model Plan {
  id      String  @id
  ownerId String?
  owner   User?   @relation(fields: [ownerId], references: [id])
  name    String
  steps   String
}
// file: app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use((req: any, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET ?? "");
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.get("/plans", async (req: any, res) => {
  res.json(await prisma.plan.findMany({ where: { ownerId: req.user.id } }));
});
app.get("/plans/:id", async (req: any, res) => {
  res.json(await prisma.plan.findFirst({ where: { id: req.params.id, ownerId: req.user.id } }));
});
app.get("/templates/:id", async (req, res) => {
  res.json(await prisma.plan.findFirst({ where: { id: req.params.id, ownerId: null } })); // silent
});
app.post("/templates/:id/use", async (req: any, res) => { // silent
  const plan = await prisma.plan.findFirstOrThrow({ where: { id: req.params.id, ownerId: null } });
  const { id, ...rest } = plan;
  res.json(await prisma.plan.create({ data: { ...rest, ownerId: req.user.id } }));
});
app.get("/drafts/:id", async (req, res) => {
  res.json(await prisma.plan.findFirst({ where: { id: req.params.id, name: "draft" } })); // expect: unowned-object
});
app.listen(3000);
