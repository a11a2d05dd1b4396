// Middleware that checks a token counts its requests before it lets the handler run.
import express, { type RequestHandler } from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

const requireToken: RequestHandler = async (req, res, next) => {
  const header = req.get("authorization");
  if (header) {
    const token = await prisma.apiToken.findFirst({ where: { token: header } });
    if (!token) return res.sendStatus(401);
    await prisma.monthlyStat.update({ where: { team: token.team }, data: { requests: { increment: 1 } } });
    req.user = token.user;
    return next();
  }
  if (!req.session.user) return res.sendStatus(401);
  next();
};

app.delete("/documents/:id", requireToken, async (req, res) => { // silent: the middleware asks
  await prisma.document.delete({ where: { id: req.params.id } });
  res.end();
});
app.delete("/folders/:id", async (req, res) => { // expect: missing-authentication
  await prisma.folder.delete({ where: { id: req.params.id } });
  res.end();
});
