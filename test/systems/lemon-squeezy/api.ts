import { createCheckout, getSubscription, issueOrderRefund, updateSubscription } from "@lemonsqueezy/lemonsqueezy.js";
import express from "express";

const app = express();

app.post("/billing", async (req, res) => {
  await createCheckout("store", "variant", {}); // effect: call lemon-squeezy checkouts, call
  await issueOrderRefund(req.body.id, 5); // effect: write lemon-squeezy, charge
  await updateSubscription(req.body.id, { cancelled: true }); // effect: write lemon-squeezy, set
  res.json(await getSubscription(req.body.id)); // effect: read lemon-squeezy, read
});
