// Who knows the service's own key is a machine, however the two are compared; who shows somebody's referral code was given it.
import { PrismaClient } from "@prisma/client";
import express, { type NextFunction, type Request, type Response } from "express";
import { createHmac, timingSafeEqual } from "node:crypto";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

const hashed = (text: string) => createHmac("sha256", process.env.HMAC_KEY!).update(text).digest();
const isSame = (given: string, kept: string) => timingSafeEqual(hashed(given), hashed(kept));

function fromProvider(req: Request, res: Response, next: NextFunction) {
  const given = req.headers["x-hook-key"];
  if (!given || typeof given !== "string") return res.sendStatus(403);
  if (!isSame(given, process.env.HOOK_KEY!)) return res.sendStatus(403);
  next();
}

app.post("/hooks/transfers", fromProvider, async (req, res) => { // silent: a machine's
  await prisma.transfer.update({ where: { id: req.body.reference }, data: { state: req.body.state } });
  res.end();
});

app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
app.get("/referrals/:code", async (req, res) => { // silent: whoever has the code was given it
  res.json(await prisma.user.findUnique({ where: { referralCode: req.params.code }, select: { name: true } }));
});
app.post("/transfers/:id", async (req, res) => {
  await prisma.transfer.update({ where: { id: req.params.id }, data: { state: req.body.state } }); // expect: unowned-object
  res.end();
});
app.get("/transfers", async (req, res) => {
  res.json(await prisma.transfer.findMany({ where: { userId: req.user.id } }));
});
app.listen(3000);
