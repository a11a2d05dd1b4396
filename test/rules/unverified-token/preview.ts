// file: src/session.ts
import { decodeJwt, jwtVerify } from "jose";
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();
const key = new TextEncoder().encode(process.env.TOKEN_KEY);

export async function glance(req, res, next) {
  const claims = decodeJwt(String(req.query.ticket ?? "")); // expect: unverified-token
  if (!claims.sub) return res.status(401).end();
  const account = await prisma.account.findUnique({ where: { id: claims.sub } });
  if (!account) return res.status(401).end();
  req.account = account;
  next();
}

export async function signedIn(req, res, next) {
  const { sub } = decodeJwt(req.headers.authorization); // silent: verified with the key of whoever it names
  const issuer = await prisma.issuer.findUnique({ where: { id: sub } });
  const { payload } = await jwtVerify(req.headers.authorization, key, { issuer: issuer.name });
  req.account = await prisma.account.findUnique({ where: { id: payload.sub } });
  if (!req.account) return res.status(401).end();
  next();
}

// file: src/app.ts
import express from "express";
import { decodeJwt } from "jose";
import { glance, prisma, signedIn } from "./session";

const app = express();
app.get("/papers/:id/preview", glance, async (req, res) => {
  res.json(await prisma.paper.findFirst({ where: { id: req.params.id, accountId: req.account.id } }));
});
app.get("/papers/:id", signedIn, async (req, res) => {
  res.json(await prisma.paper.findFirst({ where: { id: req.params.id, accountId: req.account.id } }));
});
app.post("/connect", signedIn, async (req, res) => {
  const answer = await fetch("https://id.example.com/token", { method: "POST", body: JSON.stringify({ code: req.body.code }) });
  const { id_token } = await answer.json();
  const { email } = decodeJwt(id_token); // silent: the provider itself gave it
  res.json(await prisma.link.create({ data: { email, accountId: req.account.id } }));
});

// file: src/jobs.ts
import Fastify from "fastify";
import jwt from "@fastify/jwt";
import { prisma } from "./session";

const app = Fastify();
await app.register(jwt, { secret: process.env.TOKEN_KEY });
app.post("/parcels/:code/remark", async (req, reply) => {
  const claims = app.jwt.decode(req.body.ticket); // expect: unverified-token
  if (claims.code !== req.params.code) return reply.code(401).send();
  return prisma.parcel.update({ where: { code: req.params.code }, data: { remark: String(req.body.text) } });
});

// file: src/worker.ts
import token from "@tsndr/cloudflare-worker-jwt";
import express from "express";
import { prisma } from "./session";

const worker = express();
worker.post("/renew", async (req, res) => {
  const genuine = await token.verify(req.body.refresh, process.env.TOKEN_KEY);
  if (!genuine) return res.sendStatus(401);
  const { payload } = token.decode(req.body.refresh); // silent: verified first
  res.json(await prisma.account.findUnique({ where: { id: payload.sub } }));
});
worker.post("/renew/blindly", async (req, res) => {
  const { payload } = token.decode(req.body.refresh); // expect: unverified-token
  res.json(await prisma.account.update({ where: { id: payload.sub }, data: { seenAt: new Date() } }));
});
