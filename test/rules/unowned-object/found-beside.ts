// What is found together with what it stands below is no other's than that is.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
}
model Site {
  id      String @id
  ownerId String
}
model Folder {
  id      String @id
  siteId  String
  ownerId String
}
model Page {
  id       String @id
  siteId   String
  folderId String
  title    String
  folder   Folder @relation(fields: [folderId], references: [id])
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

app.get("/folders", async (req, res) => { // silent: limited to the caller
  res.json(await prisma.folder.findMany({ where: { ownerId: req.user.id } }));
});

app.post("/pages", async (req, res) => {
  const { siteId, folderId, title } = req.body;
  res.json(await prisma.page.create({ data: { siteId, folderId, title } })); // expect: unowned-object
});

app.post("/pages/placed", async (req, res) => { // silent: the folder is one of the site
  const { siteId, folderId, title } = req.body;
  const folder = await prisma.folder.findFirst({ where: { id: folderId, siteId } });
  if (!folder) return res.sendStatus(404);
  res.json(await prisma.page.create({ data: { siteId, folderId, title } }));
});

app.post("/pages/looked-up-later", async (req, res) => {
  const { siteId, folderId, title } = req.body;
  const folder = await prisma.folder.findFirst({ where: { id: folderId, siteId } });
  const page = await prisma.page.create({ data: { siteId, folderId, title } }); // expect: unowned-object
  if (!folder) return res.sendStatus(404);
  res.json(page);
});
