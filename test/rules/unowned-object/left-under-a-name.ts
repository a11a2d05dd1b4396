// Middleware leaves a part of the request under another name, and a role is asked for by that part.
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

const inSchool = (req, res, next) => {
  req.school = { id: req.params.schoolId };
  next();
};
const ofSchool = (role: string) => async (req, res, next) => {
  const roles = await prisma.schoolRole.findMany({ where: { userId: req.user.id, schoolId: req.school.id } });
  if (!roles.some((one) => one.name === role)) return res.sendStatus(403);
  next();
};

app.post("/pupils", async (req, res) => {
  res.json(await prisma.pupil.create({ data: { userId: req.user.id, name: req.body.name } }));
});
app.get("/pupils", async (req, res) => {
  res.json(await prisma.pupil.findMany({ where: { userId: req.user.id } }));
});
app.delete("/:schoolId/pupils/:id", inSchool, ofSchool("principal"), async (req, res) => { // silent: of the school where the caller is principal
  res.json(await prisma.pupil.deleteMany({ where: { id: req.params.id, schoolId: req.school.id } }));
});
app.get("/:schoolId/pupils/:id", inSchool, async (req, res) => {
  res.json(await prisma.pupil.findFirst({ where: { id: req.params.id, schoolId: req.school.id } })); // expect: unowned-object
});
