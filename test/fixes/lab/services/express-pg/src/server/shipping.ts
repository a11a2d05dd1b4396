import { createHmac } from "node:crypto";
import { Router } from "express";
import { requireUser } from "../auth.ts";

export const shipping = Router();

// What the page's scripts read: everything with the public prefix, as bundlers do it.
shipping.get("/public-config.json", (_req, res) => {
  res.json(Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith("VITE_"))));
});

shipping.get("/shipping/signature", requireUser, (_req, res) => {
  const secret = process.env.VITE_SHIPPING_API_SECRET ?? "";
  res.json({ signature: createHmac("sha256", secret).update("orders").digest("hex") });
});
