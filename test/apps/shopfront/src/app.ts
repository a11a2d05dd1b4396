import express from "express";
import type { NextFunction, Request, Response } from "express";
import { ZodError } from "zod";
import { pool } from "./db.ts";
import { admin } from "./routes/admin.ts";
import { auth } from "./routes/auth.ts";
import { backOffice } from "./routes/back-office.ts";
import { cart } from "./routes/cart.ts";
import { checkout } from "./routes/checkout.ts";
import { giftCards } from "./routes/gift-cards.ts";
import { orders } from "./routes/orders.ts";
import { products } from "./routes/products.ts";
import { subscription } from "./routes/subscription.ts";
import { webhooks } from "./routes/webhooks.ts";

export const app = express();

// Webhooks need the raw body: keep them above express.json().
app.use("/webhooks", webhooks);
app.use(express.json());

app.get("/health", (_req, res) => {
  res.json({ ok: true });
});

app.use("/api/auth", auth);
app.use("/api/products", products);
app.use("/api/cart", cart);
app.use("/api/orders", orders);
app.use("/api/subscription", subscription);
app.use("/api/gift-cards", giftCards);
app.use("/api", checkout);

app.use("/admin", admin);
app.use("/back-office", backOffice);

app.delete("/internal/users/:id", async (req, res) => {
  await pool.query("DELETE FROM users WHERE id = $1", [req.params.id]);
  res.status(204).end();
});

app.use((error: Error, _req: Request, res: Response, _next: NextFunction) => {
  if (error instanceof ZodError) {
    res.status(400).json({ error: "Please check your input", issues: error.issues });
    return;
  }
  console.error(error);
  res.status(500).json({ error: "Something went wrong" });
});
