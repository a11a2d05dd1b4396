// Of those who offer something everybody sees the name and the picture, and no more.
// file: schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
  name     String
  image    String?
}
// file: app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => (req.session.userId ? next() : res.sendStatus(401));

app.post("/sign-up", async (req, res) => {
  await prisma.user.create({ data: { email: req.body.email, password: req.body.password, name: req.body.name } });
  res.sendStatus(201);
});
app.put("/me", signedIn, async (req, res) => {
  res.json(await prisma.user.update({ where: { id: req.session.userId }, data: { name: req.body.name } }));
});
app.get("/doctors", async (req, res) => { // silent: names and pictures of the doctors that are listed
  const doctors = await prisma.doctor.findMany({ where: { verified: true } });
  const users = await prisma.user.findMany({ where: { id: { in: doctors.map((one) => one.userId) } } });
  res.json(
    doctors.map((one) => ({
      specialization: one.specialization,
      name: users.find((user) => user.id === one.userId).name,
      image: users.find((user) => user.id === one.userId).image,
    })),
  );
});
app.get("/patients", async (req, res) => { // expect: missing-authentication
  const cases = await prisma.case.findMany();
  const users = await prisma.user.findMany({ where: { id: { in: cases.map((one) => one.userId) } } });
  res.json(cases.map((one) => users.find((user) => user.id === one.userId)));
});
