// All addresses of the service's own pages stand below one word, which tells none of them apart.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

function asUser(req: any, res: express.Response, next: express.NextFunction) {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.TOKEN_KEY!);
  next();
}

function asProgram(req: any, res: express.Response, next: express.NextFunction) {
  if (req.headers["x-key"] !== process.env.PROGRAM_KEY!) return res.sendStatus(401);
  next();
}

app.post("/internal/api/kites", asUser, async (req: any, res) => {
  res.json(await prisma.kite.create({ data: { name: req.body.name, userId: req.user.id } }));
});
app.get("/internal/api/kites", asUser, async (req: any, res) => {
  res.json(await prisma.kite.findMany({ where: { userId: req.user.id } }));
});
app.delete("/internal/api/kites/:id", asUser, async (req: any, res) => {
  await prisma.kite.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});
app.get("/api/kites/count", asProgram, async (_req, res) => {
  res.json(await prisma.kite.count());
});
