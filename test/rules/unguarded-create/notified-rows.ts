// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model Notification {
  id     String @id @default(uuid())
  userId String
  text   String
  job    PushJob?
}

model PushJob {
  id             String       @id @default(uuid())
  notificationId String       @unique
  notification   Notification @relation(fields: [notificationId], references: [id])
}

model CheckIn {
  id       String   @id @default(uuid())
  memberId String
  day      DateTime @db.Date

  @@unique([memberId, day])
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import express from "express";

const app = express();
const prisma = new PrismaClient();

app.post("/plans/:id/cancel", async (req, res) => {
  await prisma.plan.update({ where: { id: req.params.id }, data: { renews: false } });
  await prisma.$transaction(async (tx) => {
    // The job's key is the id of a row that is new at every run.
    const notification = await tx.notification.create({ data: { userId: req.body.userId, text: "Cancelled" } }); // expect: unguarded-create
    await tx.pushJob.create({ data: { notificationId: notification.id } });
  });
  res.sendStatus(204);
});

app.post("/check-in", async (req, res) => { // silent: once a day
  const day = new Date(`${new Date().toLocaleDateString("en-CA", { timeZone: "Africa/Nairobi" })}T00:00:00Z`);
  await prisma.checkIn.create({ data: { memberId: req.body.memberId, day } });
  await prisma.notification.create({ data: { userId: req.body.memberId, text: "Welcome" } });
  res.sendStatus(201);
});
