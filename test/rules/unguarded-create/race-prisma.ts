// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model Bookmark {
  id     Int    @id @default(autoincrement())
  userId Int
  page   String
  note   String?
}
// file: prisma/migrations/20260101000000_init/migration.sql
CREATE TABLE "Bookmark" ("id" SERIAL PRIMARY KEY, "userId" INTEGER NOT NULL, "page" TEXT NOT NULL, "note" TEXT);
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

app.post("/bookmarks", async (req, res) => {
  const { userId, page, note } = req.body;
  const known = await prisma.bookmark.findFirst({ where: { userId, page } });
  if (known) return res.json(known);
  const made = await prisma.bookmark.create({ data: { userId, page, note } }); // expect: unguarded-create
  // ~ two requests at once
  res.status(201).json(made);
});
