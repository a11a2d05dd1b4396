import type { NextApiRequest, NextApiResponse } from "next";
import { currentUser } from "../../../lib/auth.ts";
import { pool } from "../../../lib/db.ts";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await currentUser(req);
  if (!user) return res.status(401).json({ error: "Please log in" });

  if (req.method === "GET") {
    const found = await pool.query("SELECT id, cents FROM orders WHERE user_id = $1", [user.id]);
    return res.json(found.rows);
  }
  if (req.method === "POST") {
    const created = await pool.query("INSERT INTO orders (user_id, cents) VALUES ($1, $2) RETURNING cents, status", [
      user.id,
      Number(req.body.cents),
    ]);
    return res.status(201).json(created.rows[0]);
  }
  return res.status(405).end();
}
