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

// file: src/office.ts
// The column says that the row is the organisation's.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));
const staff = (req: any, res: any, next: any) => (req.user.role === "admin" ? next() : res.sendStatus(403));

export const office = Router();
office.put("/front", login, staff, async (req, res) => {
  res.json(await prisma.officeFront.update({ where: { id: 1 }, data: { text: req.body.text } }));
});
office.put("/rear", login, staff, async (req, res) => {
  res.json(await prisma.officeRear.update({ where: { id: 1 }, data: { text: req.body.text } }));
});
office.delete("/side/:id", login, staff, async (req, res) => {
  res.json(await prisma.officeSide.delete({ where: { id: req.params.id } }));
});
// expect: inconsistent-guard
office.put("/seal", login, async (req: any, res) => {
  res.json(await prisma.seal.update({ where: { organizationId: req.user.houseId }, data: { text: req.body.text } }));
});

// file: src/gate.ts
// Webhooks are for few to add.
import { PrismaClient } from "@prisma/client";
import { Router } from "express";

const prisma = new PrismaClient();
const login = (req: any, res: any, next: any) => (req.user ? next() : res.sendStatus(401));
const staff = (req: any, res: any, next: any) => (req.user.role === "admin" ? next() : res.sendStatus(403));

export const gate = Router();
gate.put("/front", login, staff, async (req, res) => {
  res.json(await prisma.gateFront.update({ where: { id: 1 }, data: { text: req.body.text } }));
});
gate.put("/rear", login, staff, async (req, res) => {
  res.json(await prisma.gateRear.update({ where: { id: 1 }, data: { text: req.body.text } }));
});
gate.delete("/side/:id", login, staff, async (req, res) => {
  res.json(await prisma.gateSide.delete({ where: { id: req.params.id } }));
});
// expect: inconsistent-guard
gate.post("/webhooks", login, async (req, res) => {
  res.json(await prisma.webhook.create({ data: { url: req.body.url } }));
});

// file: src/app.ts
import express from "express";
import { desk } from "./desk.ts";
import { gate } from "./gate.ts";
import { house } from "./house.ts";
import { office } from "./office.ts";

const app = express();
app.use(express.json());
app.use("/house", house);
app.use("/desk", desk);
app.use("/office", office);
app.use("/gate", gate);
app.listen(3000);
