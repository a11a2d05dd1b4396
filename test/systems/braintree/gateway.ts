import braintree from "braintree";
import express from "express";

const gateway = new braintree.BraintreeGateway({ environment: braintree.Environment.Sandbox });
const app = express();

app.post("/pay", async (req, res) => {
  await gateway.transaction.sale({ amount: "5.00", orderId: req.body.order }); // effect: write braintree transaction, charge
  await gateway.transaction.refund(req.body.id); // effect: write braintree transaction, charge
  await gateway.customer.create({ email: req.body.email }); // effect: write braintree customer, insert
  await gateway.clientToken.generate({}); // effect: call braintree, call
  res.json(await gateway.transaction.find(req.body.id)); // effect: read braintree transaction, read
});

app.post("/webhook", async (req, res) => {
  const notification = await gateway.webhookNotification.parse(req.body.bt_signature, req.body.bt_payload); // guard: signature gateway.webhookNotification.parse
  await gateway.subscription.cancel(notification.subscription.id); // effect: write braintree subscription, delete
  res.end();
});
