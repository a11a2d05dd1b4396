import { PrismaClient } from "@prisma/client";
import bcrypt from "bcrypt";
import express from "express";

const prisma = new PrismaClient();
const app = express();

async function isAdmin(user) {
  const found = await prisma.user.findUnique({ where: { id: user.id } });
  return found?.role === "admin";
}
const mayEdit = (user): Promise<boolean> => prisma.editor.findUnique({ where: { id: user.id } }).then(Boolean);
const isOwner = (user) => user.role === "owner";

const adminOnly = (req, res, next) => {
  if (!req.user || !isAdmin(req.user)) return res.sendStatus(403); // expect: unawaited-check
  //                ^^^^^^^^^^^^^^^^^ which is always true
  next();
};
app.delete("/users/:id", adminOnly, async (req, res) => {
  res.json(await prisma.user.delete({ where: { id: req.params.id } }));
});
app.delete("/teams/:id", adminOnly, async (req, res) => {
  res.json(await prisma.team.delete({ where: { id: req.params.id } }));
});
app.put("/pages/:id", async (req, res) => {
  const allowed = mayEdit(req.user); // expect: unawaited-check
  if (!allowed) throw new Error("not yours");
  res.json(await prisma.page.update({ where: { id: req.params.id }, data: { text: req.body.text } }));
});
app.post("/login", async (req, res) => {
  const user = await prisma.user.findUnique({ where: { email: req.body.email } });
  if (!bcrypt.compare(req.body.password, user.hash)) return res.sendStatus(401); // expect: unawaited-check
  res.json({ token: user.id });
});
app.delete("/pages/:id", async (req, res, next) => {
  isAdmin(req.user) ? next() : res.sendStatus(403); // missing: unawaited-check (both ways end the same)
}, async (req, res) => {
  res.json(await prisma.page.delete({ where: { id: req.params.id } }));
});

app.delete("/notes/:id", async (req, res) => { // silent: awaited
  if (!(await isAdmin(req.user))) return res.sendStatus(403);
  res.json(await prisma.note.delete({ where: { id: req.params.id } }));
});
app.delete("/drafts/:id", async (req, res) => { // silent: awaited where it is stored
  const allowed = await mayEdit(req.user);
  if (!allowed) return res.sendStatus(403);
  res.json(await prisma.draft.delete({ where: { id: req.params.id } }));
});
app.delete("/rooms/:id", async (req, res) => { // silent: no promise
  if (!isOwner(req.user)) return res.sendStatus(403);
  res.json(await prisma.room.delete({ where: { id: req.params.id } }));
});
app.delete("/files/:id", async (req, res) => { // silent: it waits later
  const asked = mayEdit(req.user);
  const allowed = await asked;
  if (!allowed) return res.sendStatus(403);
  res.json(await prisma.file.delete({ where: { id: req.params.id } }));
});
app.get("/hints", async (req, res) => { // silent: nobody is turned away
  if (isAdmin(req.user)) console.log("an administrator looks");
  res.json(await prisma.hint.findMany());
});
