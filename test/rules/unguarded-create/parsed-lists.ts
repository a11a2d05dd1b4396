// What is asked of parsed data may come out either way: what stands behind it is done as well.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { z } from "zod";

const prisma = new PrismaClient();
const app = express();
const settings = z.object({ blocked: z.array(z.string()).default([]) }).parse(JSON.parse(process.env.SETTINGS ?? "{}"));
const noteSchema = z.object({ text: z.string(), tags: z.array(z.string()) });

app.post("/files", async (req, res) => {
  if (settings.blocked.includes(req.body.kind)) return res.sendStatus(415);
  await prisma.file.create({ data: { name: req.body.name, kind: req.body.kind } }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/notes", async (req, res) => {
  const note = noteSchema.parse(req.body);
  if (note.tags.some((tag) => tag.startsWith("_")) || note.text.startsWith("spam")) return res.sendStatus(400);
  await prisma.note.create({ data: { text: note.text } }); // expect: unguarded-create
  res.sendStatus(201);
});

app.post("/shapes", async (req, res) => {
  // A schema that is made is there: the way without one is never taken.
  const schema = noteSchema.partial();
  if (!schema) await prisma.shape.create({ data: { name: req.body.name } }); // silent: nobody gets here
  res.json(schema.parse(req.body));
});
