// file: package.json
{ "dependencies": { "express": "^5.0.0", "joi": "^18.0.0" } }
// file: prisma/schema.prisma
model Profile {
  id        String   @id @default(cuid())
  userId    String
  fullName  String
  city      String?
  createdAt DateTime @default(now())
}
// file: src/app.js
const express = require("express");
const { PrismaClient } = require("@prisma/client");

const app = express();
const prisma = new PrismaClient();

app.post("/profiles", async (req, res) => {
  res.json(await prisma.profile.create({ data: { ...req.body, userId: req.user.id } })); // expect: mass-assignment
});
app.post("/profiles/picked", async (req, res) => {
  res.json(await prisma.profile.create({ data: { fullName: "Ada", userId: req.user.id } })); // silent: picked
});
