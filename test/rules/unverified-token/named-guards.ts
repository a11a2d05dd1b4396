import { PrismaClient } from "@prisma/client";
import express from "express";
import { decodeJwt, jwtVerify } from "jose";
import { JwtService } from "@nestjs/jwt";

const app = express();
const prisma = new PrismaClient();
const tokens = new JwtService({ secret: process.env.TOKEN_KEY });
const key = new TextEncoder().encode(process.env.TOKEN_KEY);

// It asks for a row of whoever the token says, and anybody may write a token.
const previewOnly = async (req, res, next) => {
  const claims = decodeJwt(String(req.query.t)); // expect: unverified-token
  const viewer = await prisma.viewer.findUnique({ where: { id: claims.sub } });
  if (!viewer) return res.sendStatus(401);
  req.viewer = viewer;
  next();
};

const viewerOnly = async (req, res, next) => {
  const { payload } = await jwtVerify(req.headers.authorization, key);
  const viewer = await prisma.viewer.findUnique({ where: { id: payload.sub } });
  if (!viewer) return res.sendStatus(401);
  next();
};

app.get("/papers/:id/preview", previewOnly, async (req, res) => {
  res.json(await prisma.paper.findFirst({ where: { id: req.params.id, viewerId: req.viewer.id } }));
});

app.get("/papers/:id", viewerOnly, async (req, res) => { // silent: verified
  res.json(await prisma.paper.findUnique({ where: { id: req.params.id } }));
});

app.get("/reports/:token", async (req, res) => {
  const claims = tokens.decode(req.params.token); // expect: unverified-token
  if (claims?.purpose !== "report") return res.sendStatus(401);
  res.json(await prisma.report.findMany({ where: { childId: claims.child } }));
});
