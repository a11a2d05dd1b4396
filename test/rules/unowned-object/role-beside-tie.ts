// The store of the request is the seller's own; the line that is changed is found by an id of its own.
// file: prisma/schema.prisma
model Store {
  id      String @id
  ownerId String
  slug    String @unique
}
model Line {
  id      String @id
  storeId String
  state   String
  store   Store  @relation(fields: [storeId], references: [id])
}
// file: src/app.ts
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
    next();
  } catch {
    res.sendStatus(401);
  }
});
app.patch("/stores/:slug/lines/:id", async (req, res) => {
  if (req.user.role !== "SELLER") return res.sendStatus(403);
  const store = await prisma.store.findUnique({ where: { slug: req.params.slug } });
  if (!store || store.ownerId !== req.user.id) return res.sendStatus(403);
  res.json(await prisma.line.update({ where: { id: req.params.id }, data: { state: req.body.state } })); // expect: unowned-object
});
app.delete("/stores/:slug/lines/:id", async (req, res) => {
  if (req.user.role !== "SELLER") return res.sendStatus(403);
  const store = await prisma.store.findUnique({ where: { slug: req.params.slug } });
  if (!store || store.ownerId !== req.user.id) return res.sendStatus(403);
  res.json(await prisma.line.deleteMany({ where: { id: req.params.id, storeId: store.id } })); // silent: a line of that store
});
app.listen(1);
