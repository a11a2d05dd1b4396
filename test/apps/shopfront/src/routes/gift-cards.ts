import { createHash, randomBytes } from "node:crypto";
import { Router } from "express";
import { pool, withTransaction } from "../db.ts";
import { requireRole, requireUser } from "../middleware/auth.ts";

export const giftCards = Router();

// The client sends an Idempotency-Key; a repeated request gets the first answer.
giftCards.post("/", requireUser, requireRole("admin"), async (req, res) => {
  const key = req.header("Idempotency-Key");
  if (!key) return res.status(400).json({ error: "Send an Idempotency-Key" });
  const fingerprint = createHash("sha256").update(JSON.stringify(req.body)).digest("hex");

  const answer = await withTransaction(async (client) => {
    const claimed = await client.query(
      `INSERT INTO idempotency_keys (user_id, key, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (user_id, key) DO NOTHING RETURNING key`,
      [req.user!.id, key, fingerprint],
    );
    if (claimed.rowCount === 0) {
      const stored = await client.query(
        "SELECT fingerprint, response FROM idempotency_keys WHERE user_id = $1 AND key = $2",
        [req.user!.id, key],
      );
      if (stored.rows[0].fingerprint !== fingerprint)
        return { status: 422, body: { error: "Key used for another request" } };
      return { status: 201, body: stored.rows[0].response };
    }

    const code = randomBytes(8).toString("hex");
    await client.query("INSERT INTO gift_cards (code, cents) VALUES ($1, $2)", [code, req.body.cents]);
    const body = { code, cents: req.body.cents };
    await client.query("UPDATE idempotency_keys SET response = $3 WHERE user_id = $1 AND key = $2", [
      req.user!.id,
      key,
      body,
    ]);
    return { status: 201, body };
  });
  res.status(answer.status).json(answer.body);
});

giftCards.get("/:code", requireUser, async (req, res) => {
  const { rows } = await pool.query("SELECT code, cents FROM gift_cards WHERE code = $1", [req.params.code]);
  if (!rows[0]) return res.status(404).json({ error: "No such card" });
  res.json(rows[0]);
});
