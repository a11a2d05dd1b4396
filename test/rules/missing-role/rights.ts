import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const adminOnly = (req, res, next) => (req.user.role === "admin" ? next() : res.sendStatus(403));

app.post("/permissions/grant", async (req, res) => { // expect: missing-role
  await prisma.rolePermission.create({ data: { roleId: req.body.roleId, permissionId: req.body.permissionId } });
  res.sendStatus(201);
});
app.delete("/permissions/:id", adminOnly, async (req, res) => { // silent: staff
  await prisma.rolePermission.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.get("/permissions", async (req, res) => { // silent: everybody may see what there is
  res.json(await prisma.permission.findMany());
});
app.put("/permisos/:id", async (req, res) => { // expect: missing-role
  await prisma.permisos.update({ where: { id: req.params.id }, data: { estado: String(req.body.estado) } });
  res.sendStatus(204);
});
