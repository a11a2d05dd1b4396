// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";
import Joi from "joi";
import * as v from "valibot";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const Selection = z.object({ ids: z.array(z.string()).max(50) });

app.get("/boards", async (req, res) => {
  res.json(await prisma.board.findMany({ where: { ownerId: req.user.id } }));
});
app.post("/boards", async (req, res) => {
  res.json(await prisma.board.create({ data: { ownerId: req.user.id, title: String(req.body.title) } }));
});
app.post("/boards/archive", async (req, res) => {
  const { ids } = Selection.parse(req.body);
  res.json(await prisma.board.updateMany({ where: { id: { in: ids } }, data: { archived: true } })); // expect: unowned-object
});
app.post("/boards/restore", async (req, res) => {
  const { ids } = Selection.parse(req.body);
  res.json(await prisma.board.updateMany({ where: { id: { in: ids }, ownerId: req.user.id }, data: { archived: false } })); // silent: the caller's alone
});
app.post("/boards/rename", async (req, res) => {
  const parsed = z.object({ board: z.object({ id: z.string(), title: z.string() }) }).safeParse(req.body);
  if (!parsed.success) return res.sendStatus(400);
  const { board } = parsed.data;
  res.json(await prisma.board.update({ where: { id: board.id }, data: { title: board.title } })); // expect: unowned-object
});
app.post("/boards/move", async (req, res) => {
  const { value, error } = Joi.object({ id: Joi.string().required(), row: Joi.number() }).validate(req.body);
  if (error) return res.sendStatus(400);
  res.json(await prisma.board.update({ where: { id: value.id }, data: { row: value.row } })); // expect: unowned-object
});
app.delete("/boards/:id", async (req, res) => {
  const { id } = v.parse(v.object({ id: v.string() }), req.params);
  res.json(await prisma.board.delete({ where: { id } })); // expect: unowned-object
});
app.post("/boards/:id/close", async (req, res) => {
  const board = await prisma.board.findFirstOrThrow({ where: { id: req.params.id, ownerId: req.user.id } });
  res.json(await prisma.board.update({ where: { id: req.params.id }, data: { closed: true, title: board.title } })); // silent: it throws where the board is another's
});
