import type { NextFunction, Request, Response } from "express";
import { prisma } from "./db.ts";

declare global {
  namespace Express {
    interface Request {
      user?: { id: number; role: string };
    }
  }
}

export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const user = await prisma.user.findUnique({ where: { id: Number(req.get("x-user") ?? 0) } });
  if (!user) return void res.status(401).json({ error: "Please log in" });
  req.user = user;
  next();
}

export const requireRole = (role: string) => (req: Request, res: Response, next: NextFunction) => {
  if (req.user?.role !== role) return void res.status(403).json({ error: "Not allowed" });
  next();
};
