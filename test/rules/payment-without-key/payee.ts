import axios from "axios";
import express from "express";

const provider = axios.create({ baseURL: "https://api.paystack.co" });
const app = express();

app.post("/profile", async (req, res) => {
  const { data } = await provider.post("/transferrecipient", { type: "nuban", account_number: req.body.account }); // silent: whom money may go to
  res.json(data);
});

app.delete("/profile/:code", async (req, res) => {
  await provider.delete(`/transferrecipient/${req.params.code}`); // silent: nothing is paid
  res.end();
});

app.post("/pay-out", async (req, res) => {
  await provider.post("/transfer", { amount: req.body.amount, recipient: req.body.code }); // expect: payment-without-key
  res.end();
});
