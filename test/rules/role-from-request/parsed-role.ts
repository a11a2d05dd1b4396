// file: src/app.ts
import express from "express";
import { PrismaClient, Standing } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.delete("/rooms/:id", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  if (req.user.standing !== "WARDEN") return res.sendStatus(403);
  res.json(await prisma.room.delete({ where: { id: req.params.id } }));
});

const Join = z.object({ email: z.string(), standing: z.nativeEnum(Standing).default("GUEST") });
app.post("/join", async (req, res) => {
  const { email, standing } = Join.parse(req.body);
  await prisma.user.create({ data: { email, standing } }); // expect: role-from-request
  res.sendStatus(201);
});

const Apply = z.object({ email: z.string(), role: z.enum(["buyer", "seller"]) });
app.post("/apply", async (req, res) => {
  const { email, role } = Apply.parse(req.body);
  await prisma.user.create({ data: { email, role } }); // silent: a choice between two that anybody may have
  res.sendStatus(201);
});

const Enrol = z.object({ email: z.string(), role: z.enum(["buyer", "seller", "admin"]) });
app.post("/enrol", async (req, res) => {
  const { email, role } = Enrol.parse(req.body);
  await prisma.user.create({ data: { email, role } }); // expect: role-from-request
  res.sendStatus(201);
});
