import type { NextFunction, Request, Response } from "express";
import { type Session, readToken } from "../lib/tokens.ts";

declare global {
  namespace Express {
    interface Request {
      user?: Session;
    }
  }
}

export function requireUser(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.replace("Bearer ", "");
  if (!token) {
    res.status(401).json({ error: "Please log in" });
    return;
  }
  try {
    req.user = readToken(token);
  } catch {
    res.status(401).json({ error: "Please log in again" });
    return;
  }
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
