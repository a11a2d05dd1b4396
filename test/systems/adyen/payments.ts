import { CheckoutAPI, Client, hmacValidator } from "@adyen/api-library";
import express from "express";

const checkout = new CheckoutAPI(new Client({ apiKey: process.env.ADYEN_KEY! }));
const app = express();

app.post("/pay", async (req, res) => {
  await checkout.PaymentsApi.payments({ amount: { value: 5, currency: "EUR" } }, { idempotencyKey: req.body.id }); // effect: write adyen payments, charge
  await checkout.PaymentsApi.sessions({ amount: { value: 5, currency: "EUR" } }); // effect: write adyen sessions, insert
  await checkout.ModificationsApi.refundCapturedPayment(req.body.psp, {}); // effect: write adyen refundCapturedPayment, charge
  res.json(await checkout.PaymentsApi.paymentMethods({})); // effect: read adyen paymentMethods, read
});

app.post("/webhook", async (req, res) => {
  const validator = new hmacValidator();
  if (!validator.validateHMAC(req.body, process.env.ADYEN_HMAC!)) return res.status(401).end(); // guard: signature validator.validateHMAC // guard: authentication inline check
  return res.send("[accepted]");
});
