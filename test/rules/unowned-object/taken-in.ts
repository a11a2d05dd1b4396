// file: schema.prisma
datasource db { 
  provider = "postgresql" 
}
model User {
  id       String @id
  email    String
  password String
}
model Crew {
  id      String @id
  ownerId String
}
model Mate {
  id     String @id
  crewId String
  userId String
}
model Postcard {
  id   String @id
  text String
}
// file: app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();

app.use((req, res, next) => {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.SECRET as string);
  next();
});
app.get("/me", async (req, res) => res.json(await prisma.user.findUnique({ where: { id: req.user.id } })));
app.patch("/me", async (req, res) => res.json(await prisma.user.update({ where: { id: req.user.id }, data: { email: req.body.email } })));
app.post("/crews", async (req, res) => res.json(await prisma.crew.create({ data: { ownerId: req.user.id } })));

app.post("/crews/:id/mates", async (req, res) => {
  const crew = await prisma.crew.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (!crew) return res.sendStatus(404);
  const user = await prisma.user.findUnique({ where: { id: req.body.userId } }); // silent: they are taken in, and told so
  await prisma.mate.create({ data: { crewId: crew.id, userId: user.id } });
  await fetch(process.env.HOOK as string, { method: "POST", body: JSON.stringify({ mate: user.email }) });
  res.end();
});
app.post("/crews/:id/copies", async (req, res) => {
  const crew = await prisma.crew.findFirst({ where: { id: req.params.id, ownerId: req.user.id } });
  if (!crew) return res.sendStatus(404);
  const user = await prisma.user.findUnique({ where: { id: req.body.userId } }); // expect: unowned-object
  await prisma.postcard.create({ data: { text: "sent" } });
  await fetch(process.env.HOOK as string, { method: "POST", body: JSON.stringify({ mate: user.email }) });
  res.end();
});
