// The whole body is a list, and each of its parts names a row; in which language the caller reads says nothing of whose it is.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Item {
  id     String @id
  userId String
  name   String
  user   User   @relation(fields: [userId], references: [id])
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

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

app.get("/items", async (req, res) => { // silent: the caller's own
  res.json(await prisma.item.findMany({ where: { userId: req.user.id } }));
});

app.patch("/items", async (req, res) => {
  await prisma.$transaction(
    req.body.map((item) => prisma.item.update({ where: { id: item.id }, data: { name: item.name } })), // expect: unowned-object
  );
  res.sendStatus(204);
});

app.patch("/items/own", async (req, res) => { // silent: limited to the caller
  await prisma.$transaction(
    req.body.map((item) =>
      prisma.item.update({ where: { id: item.id, userId: req.user.id }, data: { name: item.name } }),
    ),
  );
  res.sendStatus(204);
});

app.delete("/items/:id", async (req, res) => {
  const { id } = req.params;
  await prisma.item.delete({ where: { id, lang: { not: req.user.locale } } }); // expect: unowned-object
  res.sendStatus(204);
});
