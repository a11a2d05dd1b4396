// file: src/membership.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
class ForbiddenError extends Error {}
const RANKS = { staff: 0, manager: 1, owner: 2 };

export async function requireMember(userId, shopId, least) {
  const found = await prisma.member.findFirst({ where: { userId, shopId }, include: { shop: true } });
  if (!found || RANKS[found.role] < RANKS[least]) throw new ForbiddenError();
  return found;
}

// file: src/app.ts
import express from "express";
import { PrismaClient } from "@prisma/client";
import { requireMember } from "./membership";

const prisma = new PrismaClient();
const app = express();

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));

app.put("/shops/:shop/members/:id/role", async (req, res) => {
  const own = await requireMember(req.user.id, req.params.shop, "owner");
  res.json(await prisma.member.updateMany({ where: { id: req.params.id, shopId: own.shopId }, data: { title: req.body.title } }));
});
app.delete("/shops/:shop/members/:id", async (req, res) => {
  const own = await requireMember(req.user.id, req.params.shop, "owner");
  res.json(await prisma.member.deleteMany({ where: { id: req.params.id, shopId: own.shopId } }));
});
// Nobody ranks below the staff: it asks for nothing but membership.
// expect: inconsistent-guard
app.put("/shops/:shop/members/:id/wage", async (req, res) => {
  const own = await requireMember(req.user.id, req.params.shop, "staff");
  res.json(await prisma.member.updateMany({ where: { id: req.params.id, shopId: own.shopId }, data: { hourlyCents: req.body.cents } }));
});
app.put("/shops/:shop/members/:id/phone", async (req, res) => {
  const own = await requireMember(req.user.id, req.params.shop, "manager");
  res.json(await prisma.member.updateMany({ where: { id: req.params.id, shopId: own.shopId }, data: { phone: req.body.phone } })); // silent: a rank is asked for
});
