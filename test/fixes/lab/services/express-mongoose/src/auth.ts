import type { NextFunction, Request, Response } from "express";
import { User } from "./models.ts";

declare global {
  namespace Express {
    interface Request {
      user?: { id: string; role: string };
    }
  }
}

export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const user = await User.findById(String(req.get("x-user") ?? ""));
  if (!user) {
    res.status(401).json({ error: "Please log in" });
    return;
  }
  req.user = { id: user._id, role: user.role };
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
