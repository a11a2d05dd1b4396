// Who is shown something must have a role; who changes it at the same address needs none.
import { PrismaClient } from "@prisma/client";
import express from "express";
import { expressjwt } from "express-jwt";

const prisma = new PrismaClient();
const app = express();
app.use(expressjwt({ secret: process.env.KEY as string, algorithms: ["HS256"] }));

function forHarbourMasters(req: any, res: express.Response, next: express.NextFunction) {
  if (req.auth.role !== "harbour-master") return res.sendStatus(403);
  next();
}

app.get("/locks/state", forHarbourMasters, async (_req, res) => {
  res.json(await prisma.lock.findFirst({ where: { name: "main" } }));
});
app.put("/locks/state", async (_req, res) => { // expect: inconsistent-guard
  await prisma.lock.update({ where: { name: "main" }, data: { open: true } });
  res.sendStatus(204);
});
app.get("/complaints", forHarbourMasters, async (_req, res) => {
  res.json(await prisma.complaint.findMany());
});
app.post("/complaints", async (req: any, res) => { // silent: everybody may complain
  res.json(await prisma.complaint.create({ data: { text: req.body.text, byId: req.auth.id } }));
});
app.get("/moorings/:id", forHarbourMasters, async (req, res) => {
  res.json(await prisma.mooring.findUnique({ where: { id: req.params.id } }));
});
app.patch("/moorings/:id", async (req: any, res) => { // silent: their own
  await prisma.mooring.update({ where: { id: req.params.id, keeperId: req.auth.id }, data: { note: req.body.note } });
  res.sendStatus(204);
});
