// Whoever calls for the first time gets a profile; then the role is asked for.

// file: prisma/schema.prisma
model Profile {
  id    String @id
  email String @unique
  role  String @default("customer")
}
model Order {
  id        String @id
  profileId String
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET!);
    next();
  } catch {
    res.sendStatus(401);
  }
});

async function profileOf(user) {
  const known = await prisma.profile.findUnique({ where: { id: user.id } });
  return known ?? (await prisma.profile.create({ data: { id: user.id, email: user.email } }));
}

app.get("/admin/orders", async (req, res) => { // silent: only the caller's own profile stands ahead of the role
  const profile = await profileOf(req.user);
  if (profile.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.order.findMany());
});

app.get("/admin/profiles", async (req, res) => { // expect: missing-role
  await profileOf(req.user);
  res.json(await prisma.profile.findMany());
});

app.post("/admin/orders", async (req, res) => { // expect: missing-role
  const order = await prisma.order.create({ data: { profileId: req.user.id, id: req.body.id } });
  const profile = await profileOf(req.user);
  if (profile.role !== "admin") return res.sendStatus(403);
  res.json(order);
});
