// file: prisma/schema.prisma
model Doc {
  id   String @id @default(cuid())
  name String
}
model DocOwner {
  docId  String
  userId String
  @@id([docId, userId])
}
model DocVersion {
  id      String @id @default(cuid())
  docId   String
  version Int
  @@unique([docId, version])
}
// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.post("/versions", async (req, res) => {
  const last = await prisma.docVersion.findFirst({ where: { docId: req.body.doc }, orderBy: { version: "desc" } });
  res.json(await prisma.docVersion.create({ data: { docId: req.body.doc, version: (last?.version ?? 0) + 1 } })); // expect: unguarded-create
});
app.post("/versions/named", async (req, res) => { // silent: the client names the version
  res.json(await prisma.docVersion.create({ data: { docId: req.body.doc, version: req.body.version } }));
});
app.post("/owners", async (req, res) => { // silent: the key is the document's and the user's
  res.json(await prisma.docOwner.create({ data: { docId: req.body.doc, userId: req.body.user } }));
});
app.post("/docs", async (req, res) => {
  const doc = await prisma.doc.create({ data: { name: req.body.name } }); // expect: unguarded-create
  await prisma.docOwner.create({ data: { docId: doc.id, userId: req.body.user } });
  res.json(doc);
});
