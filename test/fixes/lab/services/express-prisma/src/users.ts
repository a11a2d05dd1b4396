import { Router } from "express";
import { prisma } from "./db.ts";

export const users = Router();

users.post("/users", async (req, res) => {
  const { email, role } = req.body;
  const user = await prisma.user.create({ data: { email, role } });
  res.status(201).json({ email: user.email, role: user.role });
});
