import express from "express";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
import Joi from "joi";
import * as yup from "yup";
import * as v from "valibot";
import Ajv from "ajv";
import { body, validationResult } from "express-validator";
import { checkNote } from "@acme/checks";
import logger from "./logger";

const app = express();
const prisma = new PrismaClient();
const note = z.object({ title: z.string(), text: z.string() });
const joiNote = Joi.object({ title: Joi.string().required() });
const yupNote = yup.object({ title: yup.string().required() });
const fits = new Ajv().compile({ type: "object" });

app.post("/notes", async (req, res) => {
  const { title, text } = req.body;
  res.json(await prisma.note.create({ data: { title, text } })); // expect: unvalidated-input
  //             ^^^^^^^^^^^^^^^^^^ POST /notes writes "title", "text" of the request into note as it was sent
});
app.post("/notes/each", async (req, res) => {
  await prisma.note.createMany({ data: req.body.notes.map((one) => ({ title: one.title })) }); // expect: unvalidated-input
  await prisma.tag.create({ data: { name: req.body.tag } }); // silent: told once per handler
  res.sendStatus(204);
});
app.post("/notes/logged", async (req, res) => {
  logger.info("note", req.body);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // expect: unvalidated-input
});
app.post("/notes/cast", async (req, res) => {
  const sent = JSON.parse(req.body.json) as { title: string };
  res.json(await prisma.note.create({ data: { title: sent.title } })); // expect: unvalidated-input
});
app.post("/notes/envelope", async (req, res) => {
  if (!req.body) return res.sendStatus(400);
  if (req.body.version !== 2) return res.sendStatus(400);
  res.json(await prisma.note.create({ data: { title: req.body.data.title } })); // expect: unvalidated-input
});
app.post("/notes/other-part", async (req, res) => {
  const { id } = z.object({ id: z.string() }).parse(req.params);
  res.json(await prisma.note.update({ where: { id }, data: { title: req.body.title } })); // expect: unvalidated-input
});
app.post("/notes/known", async (req, res) => {
  const found = await prisma.note.findUnique({ where: { slug: req.body.slug } });
  if (found) return res.status(400).send("exists");
  res.json(await prisma.note.create({ data: { slug: req.body.slug } })); // expect: unvalidated-input
});

app.post("/notes/zod", async (req, res) => {
  const { title, text } = note.parse(req.body);
  res.json(await prisma.note.create({ data: { title, text } })); // silent: parsed
});
app.post("/notes/zod-safe", async (req, res) => {
  const parsed = note.safeParse(req.body);
  if (!parsed.success) return res.sendStatus(400);
  res.json(await prisma.note.create({ data: { title: req.body.title, text: parsed.data.text } })); // silent: parsed
});
app.post("/notes/joi", async (req, res) => {
  const { error } = joiNote.validate(req.body);
  if (error) return res.status(400).send(error.message);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: parsed
});
app.post("/notes/yup", async (req, res) => {
  await yupNote.validate(req.body);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: parsed
});
app.post("/notes/valibot", async (req, res) => {
  const read = v.parse(v.object({ title: v.string() }), req.body);
  res.json(await prisma.note.create({ data: { title: read.title } })); // silent: parsed
});
app.post("/notes/ajv", async (req, res) => {
  if (!fits(req.body)) return res.sendStatus(400);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: parsed
});
app.post("/notes/express-validator", body("title").isLength({ max: 80 }), async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(400);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: checked ahead
});
app.post("/notes/hand", async (req, res) => {
  if (typeof req.body.title !== "string" || req.body.title.length > 80) return res.sendStatus(400);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: tested by hand
});
app.post("/notes/presence", async (req, res) => {
  const { title, text } = req.body;
  if (!title || !text) return res.status(400).send("missing");
  res.json(await prisma.note.create({ data: { title, text } })); // silent: tested by hand
});
app.post("/notes/inside", async (req, res) => {
  if (typeof req.body.title === "string") {
    await prisma.note.create({ data: { title: req.body.title } }); // silent: on the branch where the test holds
  }
  res.sendStatus(204);
});
app.post("/notes/callee", async (req, res) => {
  requireNote(req.body);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: tested in a callee
});
app.post("/notes/errors", async (req, res) => {
  const errors = errorsOf(req.body);
  if (errors.length > 0) return res.status(400).json(errors);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: errors were gathered
});
app.post("/notes/package", async (req, res) => {
  checkNote(req.body);
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: nobody knows what the package does
});
app.post("/notes/middleware", readNote, async (req, res) => {
  res.json(await prisma.note.create({ data: { title: req.body.title } })); // silent: nobody knows what stands ahead
});
app.post("/notes/number", async (req, res) => {
  res.json(await prisma.note.create({ data: { rank: Number(req.body.rank) } })); // silent: a number
});
app.post("/notes/own", async (req, res) => {
  res.json(await prisma.note.create({ data: { title: "Untitled", authorId: req.user.id } })); // silent: nothing of the request
});
app.post("/notes/like", async (req, res) => {
  res.json(await prisma.like.create({ data: { noteId: req.body.noteId, userId: req.user.id } })); // silent: an id, which the database looks up
});
app.post("/notes/found", async (req, res) => {
  const old = await prisma.note.findUnique({ where: { id: req.body.id } });
  res.json(await prisma.note.create({ data: { title: old.title } })); // silent: a row's own title
});
app.delete("/notes", async (req, res) => {
  res.json(await prisma.note.delete({ where: { id: req.body.id } })); // silent: nothing is written
});

function requireNote(sent) {
  if (!sent.title) throw new Error("title is missing");
}

function errorsOf(sent) {
  const errors = [];
  if (!sent.title) errors.push("title is missing");
  return errors;
}

declare const readNote: express.RequestHandler;
