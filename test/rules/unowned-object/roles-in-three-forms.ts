// Roles that may are given as one, as a list, or as a word for all of them.
import express from "express";
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
const app = express();
const ROLE = { admin: "admin", provider: "provider", user: "user" } as const;
const auth = (allowed: string | string[] = "common") => async (req, res, next) => {
  if (!req.user) return res.sendStatus(401);
  let roles: string[] = [];
  if (allowed === "common") roles = Object.values(ROLE);
  else if (typeof allowed === "string") roles = [allowed];
  else roles = allowed;
  if (!roles.includes(req.user.role)) return res.sendStatus(403);
  next();
};
app.get("/a", auth([ROLE.user, ROLE.provider]), async (req, res) => { res.json(await prisma.order.findMany({ where: { userId: req.user.id } })); });
app.get("/b", auth(ROLE.user), async (req, res) => { res.json(await prisma.order.findMany({ where: { userId: req.user.id } })); });
app.get("/c", auth(), async (req, res) => { res.json(await prisma.order.findMany({ where: { userId: req.user.id } })); });
app.delete("/a/:id", auth([ROLE.user, ROLE.provider]), async (req, res) => { 
  res.json(await prisma.order.delete({ where: { id: req.params.id } })); // expect: unowned-object
});
app.put("/a/:id", auth(ROLE.admin), async (req, res) => { // silent: the administrator may
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
