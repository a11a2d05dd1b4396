// A token against forged requests is compared ahead of all routes, and nobody is asked who they are.
import express from "express";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const app = express();
app.use(express.json());

app.use((req, res, next) => {
  if (req.method === "GET") return next();
  const { csrf_token } = req.cookies;
  if (!csrf_token || csrf_token !== req.headers["x-csrf-token"]) return res.status(403).json({ error: "CSRF" });
  next();
});

function requireUser(req, res, next) {
  if (!req.session.user) return res.sendStatus(401);
  next();
}

app.delete("/orders/:id", async (req, res) => { // expect: missing-authentication
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});

app.delete("/carts", requireUser, async (req, res) => { // silent: somebody is signed in, and it is their own
  await prisma.cart.deleteMany({ where: { userId: req.session.user.id } });
  res.sendStatus(204);
});
