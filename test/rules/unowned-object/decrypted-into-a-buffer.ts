// What moves bytes checks nobody: the login that decrypts a token is read, and so is what comes after it.
import { createDecipheriv } from "node:crypto";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

function opened(sealed: string): string {
  const [iv, text] = sealed.split(".");
  const decipher = createDecipheriv("aes-256-ctr", Buffer.from(process.env.KEY as string), Buffer.from(iv, "hex"));
  const head = decipher.update(Buffer.from(text, "hex"));
  const tail = decipher.final();
  const bytes = Buffer.alloc(head.length + tail.length);
  bytes.set(head);
  bytes.set(tail, head.length);
  return bytes.toString();
}

async function signedIn(req, res, next) {
  const user = await prisma.user.findFirst({ where: { token: opened(req.headers.authorization) } });
  if (!user) return res.status(401).end();
  req.user = user;
  next();
}

app.delete("/notes/:id", signedIn, async (req, res) => {
  await prisma.note.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.end();
});

app.delete("/drafts/:id", signedIn, async (req, res) => {
  await prisma.draft.delete({ where: { id: req.params.id, authorId: req.user.id } }); // silent: the caller's own
  res.end();
});

app.get("/notes", signedIn, async (req, res) => {
  res.json(await prisma.note.findMany({ where: { userId: req.user.id } })); // silent: the caller's own
});

app.listen(3000);
