import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();

// It ends a session that ran out, and knows nothing of the request.
async function isOpen(id: string): Promise<boolean> {
  try {
    const session = await prisma.userSession.findUnique({ where: { id } });
    if (!session?.isActive) {
      return false;
    }
    if (new Date() > session.expiresAt) {
      await prisma.userSession.update({ where: { id }, data: { isActive: false } });
      return false;
    }
    return true;
  } catch {
    return false;
  }
}
async function requireUser(req, res, next) {
  try {
    const claims = jwt.verify(req.headers.authorization ?? "", process.env.SECRET as string) as { session: string };
    const open = await isOpen(claims.session);
    if (!open) {
      res.status(401).end();
      return;
    }
    const session = await prisma.userSession.findUnique({ where: { id: claims.session }, select: { usedAt: true } });
    if (session?.usedAt) {
      const unused = Date.now() - session.usedAt.getTime();
      if (unused > 900_000) {
        await prisma.userSession.update({ where: { id: claims.session }, data: { isActive: false } });
        res.status(401).end();
        return;
      }
    }
    req.user = claims;
    next();
  } catch {
    res.status(401).end();
  }
}
app.post("/gift-cards", requireUser, async (req, res) => {
  await prisma.giftCard.create({ data: { balance: req.body.balance, by: req.user } }); // expect: unguarded-create
  res.end();
});
// Middleware that remembers requests does.
async function once(req, res, next) {
  const known = await prisma.seenRequest.findUnique({ where: { key: req.get("Idempotency-Key") } });
  if (known) return res.status(200).json(known.answer);
  await prisma.seenRequest.create({ data: { key: req.get("Idempotency-Key") } });
  next();
}
app.post("/vouchers", requireUser, once, async (req, res) => { // silent: a repeat is known
  await prisma.voucher.create({ data: { balance: req.body.balance, by: req.user } });
  res.end();
});
