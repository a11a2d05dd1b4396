import { PrismaClient } from "@prisma/client";
import express from "express";
import { getServerSession } from "next-auth";
import { cache } from "react";

const app = express();
const prisma = new PrismaClient();

const currentUser = cache(async () => {
  const session = await getServerSession();
  return session?.user;
});

app.get("/albums", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.status(401).end();
  res.json(await prisma.album.findMany({ where: { ownerId: user.id } }));
});

app.get("/albums/:id", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.status(401).end();
  const album = await prisma.album.findUnique({ where: { id: req.params.id } });
  if (album?.ownerId !== user.id) return res.status(404).end();
  res.json(album); // silent: compared with the caller, whom a cache remembers
});

app.get("/albums/:id/cover", async (req, res) => {
  const user = await currentUser();
  if (!user) return res.status(401).end();
  res.json(await prisma.album.findUnique({ where: { id: req.params.id } })); // expect: unowned-object
});
