// Drivers have accounts, and a company its own: a trip is given to one of another company's.

// file: prisma/schema.prisma
model Company {
  id      String   @id
  users   User[]
  drivers Driver[]
  trips   Trip[]
}
model User {
  id        String  @id
  email     String  @unique
  password  String
  company   Company @relation(fields: [companyId], references: [id])
  companyId String
}
model Driver {
  id        String  @id
  name      String
  company   Company @relation(fields: [companyId], references: [id])
  companyId String
  trips     Trip[]
}
model Trip {
  id        String  @id @default(cuid())
  driver    Driver  @relation(fields: [driverId], references: [id])
  driverId  String
  company   Company @relation(fields: [companyId], references: [id])
  companyId String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

app.use(async (req, res, next) => {
  const { sub } = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  req.user = await prisma.user.findUnique({ where: { id: sub } });
  if (!req.user) return res.sendStatus(401);
  next();
});

app.get("/drivers", async (req, res) => {
  res.json(await prisma.driver.findMany({ where: { companyId: req.user.companyId } }));
});
app.get("/trips", async (req, res) => {
  res.json(await prisma.trip.findMany({ where: { companyId: req.user.companyId }, include: { driver: true } }));
});
app.post("/trips", async (req, res) => {
  const data = { driverId: String(req.body.driverId), companyId: req.user.companyId };
  res.json(await prisma.trip.create({ data })); // expect: unowned-object
});
app.post("/trips/own", async (req, res) => { // silent: the driver is the company's own
  const driver = await prisma.driver.findFirst({
    where: { id: String(req.body.driverId), companyId: req.user.companyId },
  });
  if (!driver) return res.sendStatus(404);
  res.json(await prisma.trip.create({ data: { driverId: driver.id, companyId: req.user.companyId } }));
});
