import crypto from "node:crypto";
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();

function verify(token: string) {
  if (!process.env.ADMIN_KEY) return { ok: false, error: "not set up" };
  try {
    if (!crypto.timingSafeEqual(Buffer.from(token), Buffer.from(process.env.ADMIN_KEY))) {
      return { ok: false, error: "no" };
    }
  } catch {
    return { ok: false, error: "no" };
  }
  return { ok: true };
}

function asked(req, res) {
  const { authorization } = req.headers;
  const verdict = authorization ? verify(authorization) : { ok: false };
  if (!verdict.ok) {
    res.status(401).json({});
    return false;
  }
  return true;
}

app.post("/admin/orgs", async (req, res) => { // silent: what comes after the try says yes
  if (!asked(req, res)) return;
  res.json(await prisma.org.create({ data: { name: req.body.name } }));
});
app.delete("/admin/orgs/:id", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.org.delete({ where: { id: req.params.id } }));
});
