// file: src/app.ts
import express from "express";
import { pool } from "./db";
import { allow, displaysRole, requireUser, staffOnly } from "./guards";

const app = express();
app.use(requireUser);

app.get("/admin/users", async (req, res) => { // expect: missing-role
  //                    ^^^^^ Any signed-in user can call GET /admin/users
  res.json(await pool.query("SELECT * FROM users"));
});

app.post("/admin/shown", displaysRole, async (req, res) => { // expect: missing-role
  await pool.query("UPDATE settings SET open = $1", [req.body.open]);
  res.end();
});

app.patch("/members/:id", async (req, res) => { // expect: missing-role
  await pool.query("UPDATE users SET role = $1 WHERE id = $2", ["editor", req.params.id]);
  res.end();
});

app.get("/admin/orders", allow("admin"), async (req, res) => { // silent: a factory makes the guard
  res.json(await pool.query("SELECT * FROM orders"));
});
app.get("/admin/inline", async (req, res) => { // silent: the handler checks
  if (req.user.role !== "admin") return res.sendStatus(403);
  res.json(await pool.query("SELECT * FROM orders"));
});
app.get("/admin/flag", async (req, res) => { // silent: a flag of the account
  if (!req.user.isAdmin) throw new Forbidden();
  res.json(await pool.query("SELECT * FROM orders"));
});
app.use("/admin/reports", staffOnly);
app.get("/admin/reports/:id", async (req, res) => { // silent: the prefix is guarded
  res.json(await pool.query("SELECT * FROM reports WHERE id = $1", [req.params.id]));
});
app.get("/profile", async (req, res) => { // silent: everybody's own
  res.json(await pool.query("SELECT * FROM users WHERE id = $1", [req.user.id]));
});

class Forbidden extends Error {
  status = 403;
}
// file: src/guards.ts
import type { NextFunction, Request, RequestHandler, Response } from "express";
import jwt from "jsonwebtoken";

export function requireUser(req: Request, res: Response, next: NextFunction) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? "", process.env.JWT_SECRET!);
    next();
  } catch (error) {
    next(error);
  }
}

export const allow =
  (...roles: string[]): RequestHandler =>
  (req, res, next) => {
    if (!roles.includes(req.user.role)) return res.sendStatus(403);
    next();
  };

export const staffOnly: RequestHandler = (req, res, next) => {
  if (["staff", "admin"].includes(req.user.role)) next();
  else res.status(403).json({ error: "Staff only" });
};

// The role is shown, nobody is refused.
export const displaysRole: RequestHandler = (req, res, next) => {
  if (req.user.role === "admin") res.locals.badge = "Administrator";
  next();
};
// file: src/db.ts
import { Pool } from "pg";

export const pool = new Pool();
