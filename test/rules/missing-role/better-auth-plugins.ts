// What the login was set up with says nothing of who is signed in: a plug-in called `admin` is no right.
import { betterAuth } from "better-auth";
import { admin } from "better-auth/plugins";
import { PrismaClient } from "@prisma/client";
import express from "express";
import { fromNodeHeaders } from "better-auth/node";

const prisma = new PrismaClient();
const auth = betterAuth({ secret: process.env.AUTH_SECRET, plugins: [admin({ adminRoles: ["admin"] })] });
const app = express();
const callerOf = async (req) => {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(req.headers) });
  return session?.user?.id ? prisma.user.findUnique({ where: { id: session.user.id } }) : null;
};

app.get("/admin/users", async (req, res) => {
  const user = await callerOf(req);
  if (!user || user.role !== "admin") return res.sendStatus(403);
  res.json(await prisma.user.findMany());
});

app.patch("/admin/users/:id", async (req, res) => { // expect: missing-role
  const user = await callerOf(req);
  if (!user) return res.sendStatus(401);
  await prisma.user.update({ where: { id: req.params.id }, data: { name: req.body.name } }); // expect: unowned-object
  res.end();
});
