// A role is one bit of a number; whoever passes its check is compared with the row before they remove it.
import { PrismaClient } from "@prisma/client";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

enum Right {
  MANAGE = 2,
  WRITE = 4,
}

app.use((req, res, next) => {
  try {
    req.user = jwt.verify(req.headers.authorization?.split(" ")[1] ?? "", process.env["JWT_SECRET"] as string);
    next();
  } catch {
    res.sendStatus(401);
  }
});

const may = (right: Right) => (req, res, next) =>
  (req.user.permissions & right) === 0 ? res.sendStatus(403) : next();

app.put("/remarks/:id", may(Right.WRITE), async (req, res) => {
  await prisma.remark.update({ where: { id: req.params.id }, data: { text: String(req.body.text) } }); // expect: unowned-object
  res.sendStatus(204);
});

app.delete("/remarks/:id", may(Right.WRITE), async (req, res) => {
  const remark = await prisma.remark.findUnique({ where: { id: req.params.id } });
  if (remark?.userId !== req.user.id) return res.sendStatus(403);
  await prisma.remark.delete({ where: { id: req.params.id } });
  return res.sendStatus(204);
});

// Another right: nobody who has it is compared with a row.
app.put("/remarks/:id/hidden", may(Right.MANAGE), async (req, res) => {
  await prisma.remark.update({ where: { id: req.params.id }, data: { hidden: true } }); // silent: for those who manage
  res.sendStatus(204);
});

// What they may read says nothing of what they may change.
app.get("/remarks/:id", may(Right.WRITE), async (req, res) => {
  res.json(await prisma.remark.findUnique({ where: { id: req.params.id } })); // silent: all of them read it
});
app.get("/own/remarks", async (req, res) => {
  res.json(await prisma.remark.findMany({ where: { userId: req.user.id } }));
});
