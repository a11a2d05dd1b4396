import { PrismaClient } from "@prisma/client";
import express from "express";
import session from "express-session";

const app = express();
const prisma = new PrismaClient();
app.use(session({ secret: process.env.SESSION_SECRET }));
const signedIn = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));
const deskOnly = (req, res, next) => (req.session.user?.role === "desk" ? next() : res.sendStatus(403));

app.post("/claims", signedIn, async (req, res) => {
  res.json(await prisma.claim.create({ data: { holderId: req.session.user.id, sum: req.body.sum } }));
});
app.get("/claims/mine", signedIn, async (req, res) => {
  res.json(await prisma.claim.findMany({ where: { holderId: req.session.user.id } }));
});
app.get("/claims/mine/open", signedIn, async (req, res) => {
  res.json(await prisma.claim.findMany({ where: { holderId: req.session.user.id, state: "open" } }));
});
app.get("/claims/all", deskOnly, async (_req, res) => {
  res.json(await prisma.claim.findMany());
});
app.get("/claims/waiting", signedIn, async (_req, res) => { // expect: missing-role
  //                                 ^^^^^ which shows everybody's rows of claim
  res.json(await prisma.claim.findMany({ where: { state: "waiting" } }));
});
app.get("/claims/how-many", signedIn, async (_req, res) => { // silent: how many there are is told to everybody
  res.json(await prisma.claim.count({ where: { state: "waiting" } }));
});

// Everybody who is signed in reads the board.
app.post("/board", signedIn, async (req, res) => {
  res.json(await prisma.post.create({ data: { writerId: req.session.user.id, text: req.body.text } }));
});
app.get("/board", signedIn, async (_req, res) => { // silent: most reads of it are for everybody
  res.json(await prisma.post.findMany());
});
app.get("/board/mine", signedIn, async (req, res) => {
  res.json(await prisma.post.findMany({ where: { writerId: req.session.user.id } }));
});
app.delete("/board/:id", deskOnly, async (req, res) => {
  await prisma.post.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
