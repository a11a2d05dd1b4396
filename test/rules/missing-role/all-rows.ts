// Nothing limits what is written: everybody's rows are.
import { PrismaClient } from "@prisma/client";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { boolean, pgTable, serial, text } from "drizzle-orm/pg-core";
import express from "express";

const users = pgTable("users", { id: serial("id").primaryKey(), password: text("password") });
const wallets = pgTable("wallets", { id: serial("id"), userId: serial("user_id").references(() => users.id), saved: boolean("saved") });
const db = drizzle(process.env.DATABASE_URL);
const prisma = new PrismaClient();
const app = express();
app.use((req, res, next) => (req.user ? next() : res.sendStatus(401)));
const staff = (req, res, next) => (req.user.role === "admin" ? next() : res.sendStatus(403));

app.put("/wallets/saved", async (req, res) => { // expect: missing-role
  await db.update(wallets).set({ saved: true });
  res.sendStatus(204);
});
app.put("/wallets/mine/saved", async (req, res) => { // silent: the caller's own
  await db.update(wallets).set({ saved: true }).where(eq(wallets.userId, req.user.id));
  res.sendStatus(204);
});
app.delete("/limits", async (req, res) => { // expect: missing-role
  await prisma.limit.deleteMany({});
  res.sendStatus(204);
});
app.delete("/limits/old", async (req, res) => { // silent: what has run out is cleared away
  await prisma.limit.deleteMany({ where: { until: { lt: new Date() } } });
  res.sendStatus(204);
});
app.delete("/drafts/oldest", async (req, res) => { // silent: one row
  await prisma.$executeRawUnsafe("DELETE FROM drafts ORDER BY id LIMIT 1");
  res.sendStatus(204);
});
app.delete("/hints/every", async (req, res) => { // expect: missing-role
  await prisma.$executeRawUnsafe("DELETE FROM hints");
  res.sendStatus(204);
});
app.delete("/limits/all", staff, async (req, res) => { // silent: staff
  await prisma.limit.deleteMany();
  res.sendStatus(204);
});
