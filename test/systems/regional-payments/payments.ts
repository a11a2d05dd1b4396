import express from "express";
import Flutterwave from "flutterwave-node-v3";
import { MercadoPagoConfig, Payment, Preference } from "mercadopago";
import midtrans from "midtrans-client";
import shippo from "shippo";
import SSLCommerzPayment from "sslcommerz-lts";
import Xendit from "xendit-node";

const config = new MercadoPagoConfig({ accessToken: process.env["TOKEN"] as string });
const payment = new Payment(config);
const preference = new Preference(config);
const snap = new midtrans.Snap({ serverKey: process.env["KEY"] });
const core = new midtrans.CoreApi({ serverKey: process.env["KEY"] });
const flutterwave = new Flutterwave(process.env["A"], process.env["B"]);
const { Invoice } = new Xendit({ secretKey: process.env["KEY"] });
const invoices = new Invoice({});
const parcels = shippo(process.env["KEY"]);
const app = express();

app.post("/pay", async (req, res) => {
  await payment.create({ body: { transaction_amount: req.body.amount } }); // effect: write regional-payments payments, charge
  await preference.create({ body: { items: req.body.items } }); // effect: write regional-payments checkout.sessions, insert
  await snap.createTransaction({ transaction_details: { order_id: req.body.order } }); // effect: write regional-payments checkout.sessions, insert
  await core.charge({ payment_type: "gopay", transaction_details: { order_id: req.body.order } }); // effect: write regional-payments transactions, charge
  await flutterwave.Transfer.initiate({ amount: req.body.amount, reference: req.body.order }); // effect: write regional-payments transfers, charge
  await parcels.transaction.create({ rate: req.body.rate }); // effect: write regional-payments labels, charge
  await new SSLCommerzPayment("a", "b", false).init({ total_amount: req.body.amount }); // effect: write regional-payments checkout.sessions, insert
  await invoices.createInvoice({ externalID: req.body.order, amount: 5 }); // effect: write regional-payments checkout.sessions, insert
  await flutterwave.Transaction.verify({ id: req.body.id }); // effect: read regional-payments, read
  res.end();
});
