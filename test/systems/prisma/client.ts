// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model User {
  id     String @id @default(cuid())
  email  String @unique
  visits Int    @default(0)
  tags   String[]
}

model Membership {
  userId String
  teamId String
  role   String

  @@id([userId, teamId])
}
// file: src/db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient().$extends({});
// file: src/app.ts
import express from "express";
import { prisma } from "./db";

const app = express();

app.post("/users/:id", async (req, res) => {
  const user = await prisma.user.findUnique({ where: { id: req.params.id } }); // effect: read postgres user, read
  await prisma.user.create({ data: { email: req.body.email } }); // effect: write postgres user, insert
  await prisma.user.createMany({ data: req.body.users, skipDuplicates: true }); // effect: write postgres user, upsert
  await prisma.user.update({ where: { id: req.params.id }, data: { email: req.body.email } }); // effect: write postgres user, set
  await prisma.user.update({ where: { id: req.params.id }, data: { visits: { increment: 1 } } }); // effect: write postgres user, increment
  await prisma.user.update({ where: { id: req.params.id }, data: { tags: { push: "new" } } }); // effect: write postgres user, append
  await prisma.membership.upsert({ // effect: write postgres membership, upsert
    where: { userId_teamId: { userId: req.params.id, teamId: req.body.teamId } },
    create: { userId: req.params.id, teamId: req.body.teamId, role: "member" },
    update: { role: "member" },
  });
  await prisma.membership.deleteMany({ where: { userId: req.params.id } }); // effect: write postgres membership, delete
  await prisma.$queryRaw`SELECT * FROM "User" WHERE id = ${req.params.id}`; // effect: read postgres user, read
  await prisma.user.update({ where: { id: req.params.id }, data: { prefs: [{ email: true, push: false }] } }); // effect: write postgres user, set
  const liked = req.body.liked ? { increment: 1 } : { decrement: 1 };
  await prisma.user.update({ where: { id: req.params.id }, data: { visits: liked } }); // effect: write postgres user, increment
  await prisma.$executeRawUnsafe("UPDATE counters SET n = n + 1 WHERE id = $1", req.params.id); // effect: write postgres counters, increment
  await prisma.$transaction(async (tx) => {
    await tx.user.delete({ where: { id: req.params.id } }); // effect: write postgres user, delete
  });
  await prisma.$transaction([
    prisma.user.count(), // effect: read postgres user, read
    prisma.membership.create({ data: { userId: req.params.id, teamId: "t", role: "owner" } }), // effect: write postgres membership, insert
  ]);
  res.json(user);
});

app.post("/nested", async (req, res) => {
  const { close } = await import("./close");
  res.json(await prisma.$transaction((tx) => close(tx, req.body.id)));
});
// file: src/close.ts
import type { Prisma } from "@prisma/client";

export async function close(tx: Prisma.TransactionClient, id: string) {
  return tx.user.delete({ where: { id } }); // effect: write postgres user, delete
}
