// file: schema.prisma
datasource db {
  provider = "postgresql"
}

model Order {
  id String @id
  userId String
}
// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { ZenStackClient } from "@zenstackhq/orm";
import { PolicyPlugin } from "@zenstackhq/plugin-policy";
import { enhance } from "@zenstackhq/runtime";
import express from "express";
import { schema } from "./schema";

const prisma = new PrismaClient().$extends({});
const raw = new ZenStackClient(schema, {});
const withPolicies = raw.$use(new PolicyPlugin());
const app = express();

app.post("/orders/:id", async (req, res) => {
  const db = enhance(prisma, { user: req.user });
  await db.order.update({ where: { id: req.params.id }, data: { paid: true } }); // effect: write postgres order, set
  await db.$transaction(async (inside) => {
    await inside.order.delete({ where: { id: req.params.id } }); // effect: write postgres order, delete
  });
  res.json(await db.order.findMany()); // effect: read postgres order, read
});

app.post("/raw/:id", async (req, res) => {
  await withPolicies.$setAuth(req.user).order.delete({ where: { id: req.params.id } }); // effect: write postgres order, delete
  await raw.order.create({ data: { id: req.params.id } }); // effect: write postgres order, insert
  res.end();
});
app.listen(3000);
