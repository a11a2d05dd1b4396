// file: package.json
{ "dependencies": { "express": "^5.0.0", "zod": "^4.0.0" } }
// file: prisma/schema.prisma
model Note {
  id    String  @id @default(cuid())
  title String
  text  String?
  rank  Int
}
// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

// Notes are short.
app.post("/notes", async (req, res) => {
  const { title, text, rank } = req.body;
  res.json(await prisma.note.create({ data: { title, text, rank } })); // expect: unvalidated-input
});
app.post("/notes/each", async (req, res) => {
  try {
    const note = await prisma.note.create({ data: { title: req.body.title, rank: req.body.rank } }); // expect: unvalidated-input
    res.json(note);
  } catch {
    res.sendStatus(500);
  }
});
app.post("/notes/whole", async (req, res) => {
  const sent = req.body;
  res.json(await prisma.note.create({ data: { title: sent.title, rank: sent.rank } })); // expect: unvalidated-input
});
app.put("/notes/order", async (req, res) => {
  for (const one of req.body.notes) {
    await prisma.note.update({ where: { id: one.id }, data: { rank: one.rank } }); // expect: unvalidated-input
  }
  res.sendStatus(204);
});
// file: src/hono.ts
import { Hono } from "hono";
import { PrismaClient } from "@prisma/client";

const app = new Hono();
const prisma = new PrismaClient();

app.post("/labels", async (c) => {
  const { title } = await c.req.json();
  return c.json(await prisma.note.create({ data: { title, rank: 1 } })); // expect: unvalidated-input
});
export default app;
// file: app/api/notes/route.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function POST(request: Request) {
  const body = (await request.json()) as { title: string };
  return Response.json(await prisma.note.create({ data: { title: body.title, rank: 1 } })); // expect: unvalidated-input
}
