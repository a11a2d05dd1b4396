// A token for whomever the request names, in routes of the service's own.

// file: package.json
{ "name": "ferries", "dependencies": { "express": "5", "@prisma/client": "6", "jsonwebtoken": "9", "bcryptjs": "3", "google-auth-library": "9" } }
// file: prisma/schema.prisma
model Sailor {
  id       String  @id
  email    String  @unique
  password String
  otp      String?
  blocked  Boolean
}
// file: src/server.ts
import { PrismaClient } from "@prisma/client";
import bcrypt from "bcryptjs";
import express from "express";
import { OAuth2Client } from "google-auth-library";
import jwt from "jsonwebtoken";

const app = express();
const prisma = new PrismaClient();
const google = new OAuth2Client();
const tokenOf = (sailor: any) => jwt.sign({ sub: sailor.id }, process.env.KEY!);

app.post("/login/named", async (req, res) => { // expect: missing-authentication
  // ~ Anyone can sign in as any sailor at POST /login/named
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.status(401).json({ error: "unknown" });
  if (sailor.blocked) return res.sendStatus(403);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/forgotten-answer", async (req, res) => { // expect: missing-authentication
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  const same = await bcrypt.compare(req.body.password, sailor.password);
  if (same === undefined) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/dropped-answer", async (req, res) => { // expect: missing-authentication
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  await bcrypt.compare(req.body.password, sailor.password);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/compared", async (req, res) => { // silent: the password is compared
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor || !(await bcrypt.compare(req.body.password, sailor.password))) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/told-apart", async (req, res) => { // silent: what the comparison gave is handed on as it is
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  const same = await bcrypt.compare(req.body.password, sailor.password);
  res.json({ token: same ? tokenOf(sailor) : undefined });
});

app.post("/login/code", async (req, res) => { // silent: a one-time code
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor || sailor.otp !== req.body.code) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/google", async (req, res) => { // silent: the provider says who it is
  const ticket = await google.verifyIdToken({ idToken: req.body.credential, audience: process.env.GOOGLE! });
  const sailor = await prisma.sailor.findUnique({ where: { email: ticket.getPayload()!.email! } });
  if (!sailor) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/google-beside", async (req, res) => { // silent: the provider was asked
  const ticket = await google.verifyIdToken({ idToken: req.body.credential, audience: process.env.GOOGLE! });
  if (!ticket) return res.sendStatus(401);
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/sign-up", async (req, res) => { // silent: the row is made here
  const known = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (known) return res.sendStatus(409);
  const sailor = await prisma.sailor.create({
    data: { email: req.body.email, password: await bcrypt.hash(req.body.password, 10), blocked: false } as any,
  });
  res.json({ token: tokenOf(sailor) });
});

app.post("/guest", async (_req, res) => { // silent: a fresh guest
  const sailor = await prisma.sailor.create({ data: { email: crypto.randomUUID(), password: "", blocked: false } as any });
  res.json({ token: tokenOf(sailor) });
});

app.post("/refresh-token", async (req, res) => { // silent: the token says who it is
  const told: any = jwt.verify(req.body.token, process.env.KEY!);
  const sailor = await prisma.sailor.findUnique({ where: { id: told.sub } });
  if (!sailor) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/as/:id", async (req: any, res) => { // silent: an admin looks at it as somebody else
  if (req.user?.role !== "admin") return res.sendStatus(403);
  const sailor = await prisma.sailor.findUnique({ where: { id: req.params.id } });
  if (!sailor) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/test", async (req, res) => { // silent: a setting opens it
  if (process.env.OPEN_LOGIN !== "yes") return res.sendStatus(404);
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  res.json({ token: tokenOf(sailor) });
});

app.post("/login/by-cookie", async (req, res) => { // missing: missing-authentication (what a cookie is set to stands on no path)
  const sailor = await prisma.sailor.findUnique({ where: { email: req.body.email } });
  if (!sailor) return res.sendStatus(401);
  res.cookie("token", tokenOf(sailor), { httpOnly: true });
  res.json({ ok: true });
});
