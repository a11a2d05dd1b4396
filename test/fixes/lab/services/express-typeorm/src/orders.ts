import { Router } from "express";
import { receipts } from "./queue.ts";

export const orders = Router();

orders.get("/orders", (_req, res) => {
  res.json([]);
});

orders.post("/orders/:id/receipt", async (req, res) => {
  await receipts.add("receipt", { orderId: Number(req.params.id) });
  res.status(202).end();
});
