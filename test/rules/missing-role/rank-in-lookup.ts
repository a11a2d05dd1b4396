import express from "express";
import pg from "pg";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const pool = new pg.Pool();
const app = express();

app.get("/admin/guests", async (req, res) => {
  const { rows } = await pool.query(
    "SELECT s.* FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token = $1 AND u.is_admin = true",
    [req.get("x-session")],
  );
  if (rows.length === 0) return res.sendStatus(401);
  res.json(await prisma.guest.findMany()); // silent: only an admin's session is found
});

app.delete("/admin/guests/:id", async (req, res) => {
  const admin = await prisma.user.findFirst({ where: { id: req.user.id, role: "admin" } });
  if (!admin) return res.sendStatus(403);
  res.json(await prisma.guest.delete({ where: { id: req.params.id } })); // silent: the look-up asks for the role
});

// expect: missing-role
app.delete("/admin/rooms/:id", async (req, res) => {
  const user = await prisma.user.findFirst({ where: { id: req.user.id, isActive: true } });
  if (!user) return res.sendStatus(401);
  res.json(await prisma.room.delete({ where: { id: req.params.id } }));
});
