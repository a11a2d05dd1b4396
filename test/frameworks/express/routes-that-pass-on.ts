// A route for several addresses that refuses or calls on stands ahead of others. https://expressjs.com/en/5x/api.html#app.all

// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();

function requireAdmin(req, res, next) {
  if (!req.session.user) return res.sendStatus(401);
  if (req.session.user.role !== "admin") return res.sendStatus(403);
  next();
}

app.all("/admin/*", requireAdmin); // entry: ALL /admin/*
app.put("/users/*", requireAdmin); // entry: PUT /users/*

app.delete("/admin/orders/:id", async (req, res) => { // entry: DELETE /admin/orders/:id
  await prisma.order.delete({ where: { id: req.params.id } });
  res.end();
});

app.put("/users/:id", async (req, res) => { // entry: PUT /users/:id
  await prisma.user.update({ where: { id: req.params.id }, data: { active: false } });
  res.end();
});

app.delete("/users/:id", async (req, res) => { // entry: DELETE /users/:id // expect: missing-authentication
  await prisma.user.delete({ where: { id: req.params.id } });
  res.end();
});

app.all("/pages/*", (req, res) => res.send("a page")); // entry: ALL /pages/*

const members = express.Router();

members.put("/:id", async (req, res) => { // entry: PUT /members/:id
  await prisma.member.update({ where: { id: req.params.id }, data: { active: false } });
  res.end();
});

members.delete("/:id", async (req, res) => { // entry: DELETE /members/:id // expect: missing-authentication
  await prisma.member.delete({ where: { id: req.params.id } });
  res.end();
});

members.all("/:id/archive", async (req, res) => { // entry: ALL /members/:id/archive // expect: missing-authentication
  await prisma.member.update({ where: { id: req.params.id }, data: { archived: true } });
  res.end();
});

app.put("/members/*", requireAdmin); // entry: PUT /members/*
app.use("/members", members);
