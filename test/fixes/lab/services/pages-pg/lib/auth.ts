import type { NextApiRequest } from "next";
import { pool } from "./db.ts";

export async function currentUser(req: NextApiRequest) {
  const found = await pool.query("SELECT id, role FROM users WHERE id = $1", [Number(req.headers["x-user"] ?? 0)]);
  return found.rows[0] as { id: number; role: string } | undefined;
}
