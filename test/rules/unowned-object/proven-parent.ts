import express from "express";
import { PrismaClient } from "@prisma/client";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));

app.post("/shops/:shopId/banners", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  const { shopId } = req.params;
  const shop = await prisma.shop.findFirst({ where: { id: shopId, userId: req.session.user.id } });
  if (!shop) return res.status(404).end();
  res.json(await prisma.banner.create({ data: { shopId, text: req.body.text } }));
});

app.patch("/shops/:shopId/banners/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  const { shopId, id } = req.params;
  const shop = await prisma.shop.findFirst({ where: { id: shopId, userId: req.session.user.id } });
  if (!shop) return res.status(404).end();
  res.json(await prisma.banner.update({ where: { id }, data: { text: req.body.text } })); // expect: unowned-object
});

app.delete("/shops/:shopId/banners/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  const { shopId, id } = req.params;
  const shop = await prisma.shop.findFirst({ where: { id: shopId, userId: req.session.user.id } });
  if (!shop) return res.status(404).end();
  await prisma.banner.delete({ where: { id, shopId } }); // silent: below the shop that was found to be the caller's
  res.status(204).end();
});

// Colours are the same for all shops: nobody keeps any with a shop of theirs.
app.patch("/colours/:id", async (req, res) => {
  if (!req.session.user) return res.status(401).end();
  res.json(await prisma.colour.update({ where: { id: req.params.id }, data: { hex: req.body.hex } }));
});
