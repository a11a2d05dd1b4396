import { JwtService } from "@nestjs/jwt";
import express from "express";
import { PrismaClient } from "@prisma/client";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
const signedIn = (req, res, next) => {
  try {
    req.user = jwt.decode(req.headers.authorization.split(" ")[1]).user;
    next();
  } catch {
    res.sendStatus(401);
  }
};
app.get("/me", (req, res, next) => (req.user ? next() : res.sendStatus(401)), async (req, res) => {
  res.json(await prisma.user.findUnique({ where: { id: req.user.id } }));
});

app.get("/sessions/github", async (req, res) => { // silent: somebody comes back from signing in elsewhere
  const url = new URL("https://github.com/login/oauth/access_token");
  url.searchParams.set("code", req.query.code);
  const { email } = await (await fetch(url, { method: "POST" })).json();
  res.json(await prisma.user.create({ data: { email } }));
});
app.post("/guests", async (req, res) => { // silent: it issues a token
  const user = await prisma.user.create({ data: { name: req.body.name } });
  res.json({ token: new JwtService({ secret: "x" }).sign({ id: user.id }) });
});
app.get("/invitations/:id", async (req, res) => { // silent: the id stands in a letter
  res.json(await prisma.invitation.findUnique({ where: { id: req.params.id } }));
});
app.get("/members/count", async (req, res) => { // silent: how many there are
  res.json(await prisma.member.count());
});
app.put("/orders/:id", signedIn, async (req, res) => { // silent: what fails is answered with 401
  res.json(await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
app.put("/members/:id", async (req, res) => { // expect: missing-authentication
  res.json(await prisma.member.update({ where: { id: req.params.id }, data: { note: req.body.note } }));
});
