// What a package answers about a caller that it may know is not here to be read.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Order {
  id     String @id
  userId String
  user   User   @relation(fields: [userId], references: [id])
  note   String
}
// file: src/app.ts
import { isOwner } from "@harbour/rights";
import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";
import isUUID from "validator/lib/isUUID";

const prisma = new PrismaClient();
const app = express();
app.use(session({ secret: process.env.SESSION_SECRET }));
app.use((req, res, next) => (req.session.userId ? next() : res.sendStatus(401)));

app.get("/orders", async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: req.session.userId } }));
});

app.put("/orders/:id", async (req, res) => { // silent: the package may know who is calling
  if (!(await isOwner(req.params.id))) return res.sendStatus(404);
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: String(req.body.note) } }));
});

app.delete("/orders/:id", async (req, res) => {
  if (!isUUID(req.params.id)) return res.sendStatus(404);
  await prisma.order.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
