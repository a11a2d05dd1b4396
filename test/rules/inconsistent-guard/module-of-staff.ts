// file: src/house.ts
// All that changes anything in this file asks for a role, each something else, but for one.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));
const staff = (req: any, res: any, next: any) => (req.user.role === "admin" ? next() : res.sendStatus(403));

export const house = Router();
house.put("/banner", login, staff, async (req, res) => {
  res.json(await prisma.banner.update({ where: { id: 1 }, data: { text: req.body.text } }));
});
house.put("/hours/:day", login, staff, async (req, res) => {
  res.json(await prisma.hours.update({ where: { day: req.params.day }, data: { from: req.body.from } }));
});
house.post("/rooms", login, staff, async (req, res) => {
  res.json(await prisma.room.create({ data: { name: req.body.name } }));
});
// expect: inconsistent-guard
house.put("/mail-server", login, async (req, res) => {
  res.json(await prisma.mailServer.update({ where: { id: 1 }, data: { host: req.body.host } }));
});
house.put("/greeting", login, async (req, res) => {
  // silent: it is the caller's own
  res.json(await prisma.greeting.update({ where: { userId: req.user.id }, data: { text: req.body.text } }));
});
house.get("/banner", login, async (_req, res) => {
  res.json(await prisma.banner.findFirst()); // silent: nothing is changed
});

// file: src/desk.ts
// What anybody may leave is worked on by staff.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));
const staff = (req: any, res: any, next: any) => (req.user.role === "admin" ? next() : res.sendStatus(403));

export const desk = Router();
desk.put("/wishes/:id", login, staff, async (req, res) => {
  res.json(await prisma.wish.update({ where: { id: req.params.id }, data: { state: req.body.state } }));
});
desk.put("/answers/:id", login, staff, async (req, res) => {
  res.json(await prisma.answer.update({ where: { id: req.params.id }, data: { text: req.body.text } }));
});
desk.delete("/labels/:id", login, staff, async (req, res) => {
  res.json(await prisma.label.delete({ where: { id: req.params.id } }));
});
desk.post("/wishes", login, async (req, res) => {
  res.json(await prisma.wish.create({ data: { text: req.body.text } })); // silent: nothing else is added there
});

// file: src/app.ts
import express from "express";
import { desk } from "./desk.ts";
import { house } from "./house.ts";

const app = express();
app.use(express.json());
app.use("/house", house);
app.use("/desk", desk);
app.listen(3000);
