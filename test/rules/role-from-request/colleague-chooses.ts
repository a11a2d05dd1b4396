// Whoever belongs to the team says what a colleague may do, themselves too: nothing asks for a role anywhere.

// file: prisma/schema.prisma
model Organization {
  id    String @id
  users User[]
}
model User {
  id             String       @id
  email          String       @unique
  password       String
  id_rol         Int
  name           String
  organization   Organization @relation(fields: [organizationId], references: [id])
  organizationId String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(async (req, res, next) => {
  const { sub } = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  req.user = await prisma.user.findUnique({ where: { id: sub } });
  if (!req.user) return res.sendStatus(401);
  next();
});

app.put("/users/:id", async (req, res) => {
  const colleague = await prisma.user.findFirst({
    where: { id: req.params.id, organizationId: req.user.organizationId },
  });
  if (!colleague) return res.sendStatus(404);
  await prisma.user.update({ where: { id: colleague.id }, data: { id_rol: req.body.id_rol } }); // expect: role-from-request
  res.sendStatus(204);
});
app.put("/users/:id/name", async (req, res) => { // silent: a name gives no right
  const colleague = await prisma.user.findFirst({
    where: { id: req.params.id, organizationId: req.user.organizationId },
  });
  if (!colleague) return res.sendStatus(404);
  await prisma.user.update({ where: { id: colleague.id }, data: { name: String(req.body.name) } });
  res.sendStatus(204);
});
