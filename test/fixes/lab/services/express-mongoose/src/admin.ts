import { Router } from "express";
import { requireRole, requireUser } from "./auth.ts";
import { Order, User } from "./models.ts";

export const admin = Router();

admin.get("/admin/users", requireUser, requireRole("admin"), async (_req, res) => {
  res.json(await User.find());
});

admin.delete("/admin/users/:id", requireUser, async (req, res) => {
  const { deletedCount } = await User.deleteOne({ _id: String(req.params.id) });
  res.json({ deleted: deletedCount });
});

admin.get("/admin/reports/sales", async (_req, res) => {
  const all = await Order.find();
  res.json({ cents: all.reduce((sum, { cents }) => sum + cents, 0) });
});

admin.get("/admin/reports/customers", async (_req, res) => {
  const found = await User.find({ role: "customer" });
  res.json(found.map(({ email }) => ({ email })));
});
