import { createMollieClient } from "@mollie/api-client";
import express from "express";

const mollie = createMollieClient({ apiKey: process.env.MOLLIE_KEY! });
const app = express();

app.post("/pay", async (req, res) => {
  await mollie.payments.create({ amount: { value: "5.00", currency: "EUR" }, idempotencyKey: req.body.id }); // effect: write mollie payments, charge
  await mollie.customers.create({ email: req.body.email }); // effect: write mollie customers, insert
  res.json(await mollie.payments.get(req.body.id)); // effect: read mollie payments, read
});
