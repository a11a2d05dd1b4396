// file: src/app.ts
import express from "express";
import { PrismaClient } from "../generated/prisma";

const prisma = new PrismaClient();
const app = express();

app.delete("/users/:id", async (req, res) => {
  await prisma.user.delete({ where: { id: req.params.id } }); // effect: write database user, delete
  res.end();
});
