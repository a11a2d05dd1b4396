// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}
model AdminUser {
  id       Int    @id @default(autoincrement())
  email    String @unique
  password String
  isHead   Boolean @default(false)
}
model Account {
  id       Int    @id @default(autoincrement())
  email    String @unique
  password String
}
model Venue {
  id    Int    @id @default(autoincrement())
  title String
}

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();

const findBy = (table) => async (req, res, next) => {
  try {
    const { id } = jwt.verify(req.cookies.token, process.env.JWT_SECRET);
    const found = await table.findUnique({ where: { id } });
    if (!found) return res.status(401).end();
    req.user = found;
    next();
  } catch {
    res.status(401).end();
  }
};
const staff = findBy(prisma.adminUser);
const member = findBy(prisma.account);

app.get("/venues", async (req, res) => res.json(await prisma.venue.findMany()));
app.delete("/admin/venues/:id", staff, async (req, res) => {
  res.json(await prisma.venue.delete({ where: { id: Number(req.params.id) } })); // silent: an administrator
});
app.patch("/admin/venues/:id", member, async (req, res) => { // expect: missing-role
  res.json(await prisma.venue.update({ where: { id: Number(req.params.id) }, data: { title: req.body.title } }));
});
app.get("/profile", member, async (req, res) => res.json({ email: req.user.email }));
app.post("/admin/heads", staff, (req, res, next) => (req.user.isHead ? next() : res.sendStatus(403)), async (req, res) => {
  res.json(await prisma.venue.create({ data: { title: "hall" } }));
});

// file: package.json
{ "dependencies": { "express": "5", "@prisma/client": "6", "jsonwebtoken": "9" } }
