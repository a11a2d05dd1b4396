// file: prisma/schema.prisma
datasource db {
  provider = "postgresql"
}

model User {
  id String @id
}
// file: src/db.ts
import { PrismaClient } from "@prisma/client";

export class Database {
  private static instance: PrismaClient;

  static get(): PrismaClient {
    if (Database.instance) return Database.instance;
    Database.instance = connect();
    return Database.instance;
  }
}

const connect = () => new PrismaClient({ log: ["warn"] });

export const prisma = (globalThis as { cached?: PrismaClient }).cached ?? Database.get();
// file: src/app.ts
import express from "express";
import { prisma } from "./db.ts";

const app = express();

app.get("/users/:id", async (req, res) => {
  res.json(await prisma.user.findUnique({ where: { id: req.params.id } })); // effect: read postgres user, read
});
app.listen(3000);
