// Members of a club have rights, which nearly everything asks for that looks the membership up, whatever it is about.
import express from "express";
import jwt from "jsonwebtoken";
import { PrismaClient } from "@prisma/client";
import Stripe from "stripe";

const app = express();
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);

app.use((req: any, _res, next) => {
  req.user = jwt.verify(req.headers.authorization ?? "", process.env.TOKEN_KEY!);
  next();
});

async function asMember(req: any, res: express.Response, next: express.NextFunction) {
  const membership = await prisma.membership.findFirst({ where: { userId: req.user.id, club: { slug: req.params.slug } }, include: { club: true } });
  if (!membership) return res.sendStatus(404);
  req.membership = membership;
  next();
}

function asCaptain(req: any, res: express.Response, next: express.NextFunction) {
  if (req.membership.role !== "captain") return res.sendStatus(403);
  next();
}

app.put("/clubs/:slug/name", asMember, asCaptain, async (req: any, res) => {
  await prisma.club.update({ where: { id: req.membership.club.id }, data: { name: req.body.name } });
  res.end();
});
app.put("/clubs/:slug/colours", asMember, asCaptain, async (req: any, res) => {
  await prisma.kit.update({ where: { clubId: req.membership.club.id }, data: { colours: req.body.colours } });
  res.end();
});
app.post("/clubs/:slug/races", asMember, asCaptain, async (req: any, res) => {
  res.json(await prisma.race.create({ data: { clubId: req.membership.club.id, day: req.body.day } }));
});
app.delete("/clubs/:slug/races", asMember, asCaptain, async (req: any, res) => {
  await prisma.race.deleteMany({ where: { clubId: req.membership.club.id } });
  res.end();
});
app.put("/clubs/:slug/dock", asMember, asCaptain, async (req: any, res) => {
  await prisma.dock.update({ where: { clubId: req.membership.club.id }, data: { berths: req.body.berths } });
  res.end();
});
app.put("/clubs/:slug/rules", asMember, asCaptain, async (req: any, res) => {
  await prisma.ruleBook.update({ where: { clubId: req.membership.club.id }, data: { text: req.body.text } });
  res.end();
});

app.post("/clubs/:slug/billing", asMember, async (req: any, res) => { // expect: inconsistent-guard
  const page = await stripe.billingPortal.sessions.create({ customer: req.membership.club.customerId });
  res.json({ url: page.url });
});

app.post("/clubs/:slug/reports", asMember, async (req: any, res) => { // silent: what somebody adds is their own part
  await prisma.report.create({ data: { clubId: req.membership.club.id, userId: req.user.id, text: req.body.text } });
  res.end();
});

app.post("/clubs", async (req: any, res) => { // silent: nobody is asked for a membership where there is none yet
  res.json(await prisma.club.create({ data: { name: req.body.name } }));
});
