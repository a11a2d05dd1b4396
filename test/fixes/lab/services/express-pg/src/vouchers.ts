import { Router } from "express";
import jwt from "jsonwebtoken";
import { requireRole, requireUser } from "./auth.ts";
import { pool } from "./db.ts";

const voucherSecret = "spring-vouchers-key";

export const vouchers = Router();

vouchers.post("/vouchers", requireUser, requireRole("admin"), (_req, res) => {
  res.json({ voucher: jwt.sign({ points: 100 }, voucherSecret) });
});

vouchers.post("/vouchers/redeem", requireUser, async (req, res) => {
  let claims: { points: number };
  try {
    claims = jwt.verify(String(req.body.voucher), voucherSecret) as typeof claims;
  } catch {
    return res.status(401).end();
  }
  await pool.query("UPDATE users SET points = $1 WHERE id = $2", [claims.points, req.user!.id]);
  res.json({ points: claims.points });
});
