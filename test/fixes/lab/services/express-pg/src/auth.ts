import type { NextFunction, Request, Response } from "express";
import { pool } from "./db.ts";

declare global {
  namespace Express {
    interface Request {
      user?: { id: number; role: string };
    }
  }
}

export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const found = await pool.query("SELECT id, role FROM users WHERE id = $1", [Number(req.get("x-user") ?? 0)]);
  if (!found.rows[0]) {
    res.status(401).json({ error: "Please log in" });
    return;
  }
  req.user = found.rows[0];
  next();
}

export function requireRole(role: string) {
  return (req: Request, res: Response, next: NextFunction) => {
    if (req.user?.role !== role) {
      res.status(403).json({ error: "Not allowed" });
      return;
    }
    next();
  };
}
