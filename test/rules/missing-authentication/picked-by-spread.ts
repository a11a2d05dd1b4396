// Columns that are picked by an object of another file are picked all the same.

// file: package.json
{ "name": "crews", "dependencies": { "express": "5", "@prisma/client": "6", "express-jwt": "8" } }
// file: prisma/schema.prisma
model User {
  id       String @id
  email    String @unique
  password String
  avatar   String
  berth    Int
}
// file: src/shown.ts
export const shown = { id: true, email: true };
export const places = { berth: true };
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import express from "express";
import { expressjwt } from "express-jwt";
import { places, shown } from "./shown.ts";

const prisma = new PrismaClient();
const app = express();
const signedIn = expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] });

app.patch("/users/:id", signedIn, async (req: any, res) => {
  res.json(await prisma.user.update({ where: { id: req.auth.id }, data: { avatar: req.body.avatar } }));
});
app.get("/users", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.user.findMany({ select: { ...shown, avatar: true } }));
});
app.get("/berths", async (req, res) => { // silent: nobody stands in it
  res.json(await prisma.user.findMany({ select: { ...places, avatar: true } }));
});
