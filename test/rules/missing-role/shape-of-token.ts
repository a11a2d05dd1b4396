// That a token has a role in it says nothing of which one.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

const isAccount = (payload: unknown): payload is { id: string; role: string } =>
  typeof payload === "object" && payload !== null && "id" in payload && "role" in payload && typeof (payload as any).role === "string";

app.use((req: any, res, next) => {
  const token = (req.headers.authorization ?? "").slice(7);
  jwt.verify(token, process.env.JWT_SECRET as string, (error: unknown, decoded: unknown) => {
    if (error || !isAccount(decoded)) return res.sendStatus(401);
    req.user = decoded;
    next();
  });
});
const only = (roles: string[]) => (req: any, res: any, next: any) => (roles.includes(req.user.role) ? next() : res.sendStatus(403));

app.delete("/admin/lanterns/:id", only(["keeper"]), async (req, res) => { // silent: this one asks which
  res.json(await prisma.lantern.delete({ where: { id: req.params.id } }));
});
app.delete("/admin/beacons/:id", async (req, res) => { // expect: missing-role
  res.json(await prisma.beacon.delete({ where: { id: req.params.id } }));
});
