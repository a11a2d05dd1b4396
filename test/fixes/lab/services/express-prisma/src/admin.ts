import { Router } from "express";
import { requireRole, requireUser } from "./auth.ts";
import { prisma } from "./db.ts";

export const admin = Router();

admin.get("/admin/users", requireUser, requireRole("admin"), async (_req, res) => {
  res.json(await prisma.user.findMany({ orderBy: { id: "asc" } }));
});

admin.delete("/admin/users/:id", requireUser, async (req, res) => {
  const { count } = await prisma.user.deleteMany({ where: { id: Number(req.params.id) } });
  res.json({ deleted: count });
});
