import express from "express";
import { PrismaClient } from "@prisma/client";
import { settings } from "settings-of-ours";

const app = express();
const prisma = new PrismaClient();

function hasCronSecret(req: express.Request): boolean {
  return settings.isKey(req.headers.authorization);
}
app.get("/briefings", async (req, res) => {
  if (!hasCronSecret(req)) return res.status(401).end();
  await prisma.briefing.create({ data: { title: "Today" } }); // silent: only the scheduler gets in
  res.end();
});
app.get("/summaries", async (req, res) => {
  await prisma.briefing.create({ data: { title: "Today" } }); // expect: write-in-get
  res.end();
});
