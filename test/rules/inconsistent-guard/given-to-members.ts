// Who has no rank in the club was given the very boat; what is shown by key or by session is the caller's either way.

// file: package.json
{ "name": "boats", "dependencies": { "express": "5", "@prisma/client": "6" } }
// file: prisma/schema.prisma
model Member {
  id     String @id
  clubId String
  userId String
  role   String
  boats  String[]
}
model Boat {
  id     String @id
  clubId String
  name   String
}
model Oar {
  id     String @id
  clubId String
  name   String
}
// file: server.ts
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use(async (req: any, res, next) => {
  if (!req.user) return res.sendStatus(401);
  req.member = await prisma.member.findFirst({ where: { userId: req.user.id, clubId: req.user.clubId } });
  if (!req.member) return res.sendStatus(403);
  next();
});
const captain = (req: any, res: any, next: any) => (req.member.role === "captain" ? next() : res.sendStatus(403));

app.post("/oars", captain, async (req: any, res) => {
  res.json(await prisma.oar.create({ data: { name: req.body.name, clubId: req.user.clubId } }));
});
app.put("/oars/:id", captain, async (req: any, res) => {
  res.json(await prisma.oar.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { name: req.body.name } }));
});
app.delete("/oars/:id", captain, async (req: any, res) => {
  res.json(await prisma.oar.deleteMany({ where: { id: req.params.id, clubId: req.user.clubId } }));
});
app.put("/boats/:id", captain, async (req: any, res) => {
  res.json(await prisma.boat.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { name: req.body.name } }));
});
app.put("/boats/:id/hull", captain, async (req: any, res) => {
  res.json(await prisma.boat.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { hull: req.body.hull } }));
});
app.put("/boats/:id/mast", captain, async (req: any, res) => {
  res.json(await prisma.boat.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { mast: req.body.mast } }));
});
app.delete("/boats/:id", captain, async (req: any, res) => {
  res.json(await prisma.boat.deleteMany({ where: { id: req.params.id, clubId: req.user.clubId } }));
});
app.put("/boats/:id/flag", async (req: any, res) => { // silent: captains, and those who were given this boat
  const member = await prisma.member.findFirstOrThrow({ where: { userId: req.user.id, clubId: req.user.clubId } });
  if (member.role !== "captain" && !member.boats.includes(req.params.id)) return res.sendStatus(401);
  res.json(await prisma.boat.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { flag: req.body.flag } }));
});
app.post("/crews", async (req: any, res) => { // silent: captains, and those who were given the boat
  const boat = await prisma.boat.findFirst({ where: { id: req.body.boatId, clubId: req.user.clubId } });
  if (!boat) return res.sendStatus(404);
  const member = await prisma.member.findFirstOrThrow({ where: { userId: req.user.id, clubId: req.user.clubId } });
  if (member.role !== "captain" && !member.boats.includes(req.body.boatId)) return res.sendStatus(401);
  res.json(await prisma.crew.create({ data: { boatId: req.body.boatId, name: req.body.name } }));
});
app.put("/boats/:id/paint", async (req: any, res) => { // expect: inconsistent-guard
  res.json(await prisma.boat.updateMany({ where: { id: req.params.id, clubId: req.user.clubId }, data: { paint: req.body.paint } }));
});
