import { Client, OrdersController, PaymentsController } from "@paypal/paypal-server-sdk";
import express from "express";

const client = new Client({});
const orders = new OrdersController(client);
const app = express();

app.post("/orders/:id", async (req, res) => {
  await orders.createOrder({ body: { intent: "CAPTURE" }, paypalRequestId: req.params.id }); // effect: write paypal orders, insert
  await orders.captureOrder({ id: req.params.id }); // effect: write paypal orders, charge
  await new PaymentsController(client).refundCapturedPayment({ captureId: req.params.id }); // effect: write paypal refunds, charge
  res.json(await orders.getOrder({ id: req.params.id })); // effect: read paypal, read
});
