// That a cookie is called so proves no role, where everybody's tokens come from the same provider.
import { PrismaClient } from "@prisma/client";
import { createClient } from "@supabase/supabase-js";
import cookieParser from "cookie-parser";
import express from "express";
import jwt from "jsonwebtoken";

const prisma = new PrismaClient();
const supabase = createClient(process.env.SUPABASE_URL, process.env.SUPABASE_KEY);
const app = express();
app.use(cookieParser());

const signedIn = async (req, res, next) => {
  const { data, error } = await supabase.auth.getUser(req.cookies.adminAccessToken);
  if (error || !data.user) return res.sendStatus(401);
  req.user = data.user;
  next();
};
const keyed = (req, res, next) => {
  if (!req.cookies.adminToken) return res.sendStatus(401);
  req.user = jwt.verify(req.cookies.adminToken, process.env.ADMIN_SECRET);
  next();
};

app.get("/orders", signedIn, async (req, res) => {
  res.json(await prisma.order.findMany({ where: { userId: req.user.id } }));
});
app.delete("/admin/orders/:id", signedIn, async (req, res) => { // expect: missing-role
  await prisma.order.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
app.delete("/admin/shops/:id", keyed, async (req, res) => { // silent: the key is that of administrators
  await prisma.shop.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
