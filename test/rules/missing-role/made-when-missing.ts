// Old rows are cleared away and new ones made, whoever looks at the settings: that is no change by the caller.
import express from "express";
import { PrismaClient } from "@prisma/client";

const app = express();
const prisma = new PrismaClient();

app.use((req: any, res, next) => (req.user ? next() : res.sendStatus(401)));
const admin = (req: any, res: any, next: any) => (req.user.role === "admin" ? next() : res.sendStatus(403));

async function settings() {
  await prisma.appSettings.deleteMany({ where: { version: null } });
  const found = await prisma.appSettings.findFirst({ where: { single: true } });
  if (!found) {
    await prisma.appSettings.create({ data: {} });
    return prisma.appSettings.findFirst({ where: { single: true } });
  }
  return found;
}

app.get("/settings", async (req, res) => { // silent: it shows them
  res.json({ title: (await settings())?.title });
});
app.patch("/settings", admin, async (req, res) => {
  res.json(await prisma.appSettings.updateMany({ data: { title: req.body.title } }));
});
app.get("/settings/wipe", async (req, res) => { // expect: missing-role
  res.json(await prisma.appSettings.deleteMany({}));
});
app.post("/settings/reset", async (req, res) => { // expect: missing-role
  res.json(await prisma.appSettings.updateMany({ data: { title: req.body.title } }));
});
