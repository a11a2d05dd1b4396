// Everybody who may use the service passes the same check of a right; most endpoints hold them to what is theirs besides.
import express from "express";
import { Ability } from "@casl/ability";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use(async (req: any, res, next) => {
  const session = await prisma.session.findUnique({ where: { token: req.headers.authorization ?? "" }, include: { user: true } });
  if (!session) return res.sendStatus(401);
  req.user = session.user;
  next();
});

function mayUse(req: any, res: express.Response, next: express.NextFunction) {
  if (new Ability(req.user.rules).cannot(req.method, req.body.kind)) return res.sendStatus(403);
  next();
}

app.post("/gliders", mayUse, async (req: any, res) => {
  res.json(await prisma.glider.create({ data: { name: req.body.name, userId: req.user.id } }));
});
app.get("/gliders/:id", mayUse, async (req: any, res) => {
  res.json(await prisma.glider.findFirst({ where: { id: req.params.id, userId: req.user.id } }));
});
app.patch("/gliders/:id", mayUse, async (req: any, res) => {
  await prisma.glider.updateMany({ where: { id: req.params.id, userId: req.user.id }, data: { name: req.body.name } });
  res.sendStatus(204);
});
app.delete("/gliders/:id", mayUse, async (req: any, res) => {
  await prisma.glider.delete({ where: { id: req.params.id } }); // expect: unowned-object
  res.sendStatus(204);
});

function isAdmin(req: any, res: express.Response, next: express.NextFunction) {
  if (req.user.role !== "admin") return res.sendStatus(403);
  next();
}
app.delete("/fleet/:id", isAdmin, async (req: any, res) => { // silent: another role, which nothing holds to its own
  await prisma.glider.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

function gliders(user: any) {
  return user.seesAll ? prisma.glider.findMany({}) : prisma.glider.findMany({ where: { userId: user.id } });
}
app.get("/gliders", mayUse, async (req: any, res) => { // silent: the code tells whom it shows all of them
  res.json(await gliders(req.user));
});
