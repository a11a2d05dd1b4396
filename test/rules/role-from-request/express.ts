import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.post("/sign-up", async (req, res) => {
  const { email, role } = req.body;
  await prisma.user.create({ data: { email, role } }); // expect: role-from-request
  res.sendStatus(201);
});

app.post("/sign-up/default", async (req, res) => {
  await prisma.user.create({ data: { email: req.body.email, role: req.body.role ?? "member" } }); // expect: role-from-request
  res.sendStatus(201);
});

app.get("/reports", async (req, res) => {
  if (req.headers["x-role"] !== "admin") return res.sendStatus(403); // expect: role-from-request
  res.json(await prisma.report.findMany());
});

app.post("/sign-up/fixed", async (req, res) => {
  await prisma.user.create({ data: { email: req.body.email, role: "member" } }); // silent: fixed on the server
  res.sendStatus(201);
});

app.post("/sign-up/mapped", async (req, res) => {
  const role = req.body.invited ? "guest" : "member";
  await prisma.user.create({ data: { email: req.body.email, role } }); // silent: one of two
  res.sendStatus(201);
});

app.post("/users/:id/role", async (req, res) => {
  if (req.user.role !== "admin") return res.sendStatus(403);
  await prisma.user.update({ where: { id: req.params.id }, data: { role: req.body.role } }); // silent: administrators set roles
  res.end();
});

app.post("/characters", async (req, res) => {
  if (!req.user) return res.sendStatus(401);
  await prisma.character.create({ data: { name: req.body.name, job: req.body.job } }); // silent: no role
  res.end();
});
