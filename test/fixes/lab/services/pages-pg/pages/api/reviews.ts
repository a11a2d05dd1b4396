import type { NextApiRequest, NextApiResponse } from "next";
import { currentUser } from "../../lib/auth.ts";
import { pool } from "../../lib/db.ts";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const user = await currentUser(req);
  if (!user) return res.status(401).json({ error: "Please log in" });
  if (req.method !== "POST") return res.status(405).end();

  const { text, stars } = req.body as { text: string; stars: number };
  await pool.query("INSERT INTO reviews (user_id, text, stars) VALUES ($1, $2, $3)", [user.id, text, stars]);
  return res.status(201).json({ stored: true });
}
