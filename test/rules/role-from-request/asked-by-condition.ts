// The condition of the change asks for the caller's rank: it finds nothing for others.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use((req: any, res, next) => (req.user ? next() : res.sendStatus(401)));

app.post("/choirs/:choirId/singers/:id", async (req: any, res) => { // silent: conductors alone
  await prisma.singer.updateMany({
    where: { id: req.params.id, choir: { id: req.params.choirId, singers: { some: { userId: req.user.id, role: "CONDUCTOR" } } } },
    data: { role: req.body.role },
  });
  res.sendStatus(204);
});
app.post("/choirs/:choirId/guests/:id", async (req: any, res) => {
  await prisma.singer.updateMany({ // expect: role-from-request
    where: { id: req.params.id, choir: { id: req.params.choirId, singers: { some: { userId: req.user.id } } } },
    data: { role: req.body.role },
  });
  res.sendStatus(204);
});
