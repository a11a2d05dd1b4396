// Papers and notes about those whom a practice keeps books about are read by nobody who was not asked.
// file: package.json
{ "dependencies": { "express": "5.0.0", "@prisma/client": "6.0.0" } }
// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model Patient {
  id    String  @id
  name  String
  files MedicalFile[]
  slots Slot[]
}
model MedicalFile {
  id        String  @id
  allergies String
  patientId String
  patient   Patient @relation(fields: [patientId], references: [id])
}
model Slot {
  id        String   @id
  startsAt  DateTime
  patientId String?
  patient   Patient? @relation(fields: [patientId], references: [id])
}
model Opinion {
  id   String @id
  text String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => (req.user ? next() : res.sendStatus(401));

app.get("/patients", signedIn, async (req, res) => res.json(await prisma.patient.findMany()));
app.get("/files/:id", async (req, res) => { // expect: missing-authentication
  const file = await prisma.medicalFile.findUnique({ where: { id: req.params.id } });
  res.json({ allergies: file.allergies });
});
app.get("/slots", async (req, res) => { // silent: when somebody may come
  const slots = await prisma.slot.findMany({ select: { startsAt: true } });
  res.json(slots);
});
app.get("/opinions", async (req, res) => res.json(await prisma.opinion.findMany())); // silent: for everybody
app.listen(3000);
