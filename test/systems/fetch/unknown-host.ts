import express from "express";

const app = express();
const POST = { method: "POST", headers: { "content-type": "application/json" } };

app.post("/told", async (req, res) => {
  await fetch("https://sms.example/v2/send", { ...POST, method: "POST", body: JSON.stringify({ to: req.body.to, message: "Hello" }) }); // effect: call sms.example /v2/send, send, unsafe
  await fetch(`${process.env.MAIL_URL}/messages`, { method: "POST", body: JSON.stringify({ to: req.body.to, subject: "Hello", html: "…" }) }); // effect: call MAIL_URL /messages, send, unsafe
  await fetch("https://bank.example/transfers", { method: "POST", body: JSON.stringify({ iban: req.body.iban, cents: 500 }) }); // effect: write bank.example /transfers, charge, unsafe
  await fetch("https://bank.example/transfers", { method: "POST", headers: { "Idempotency-Key": req.body.id }, body: JSON.stringify({ iban: req.body.iban, cents: 500 }) }); // effect: write bank.example /transfers, charge, safe
  await fetch("https://bank.example/accounts", { method: "POST", body: JSON.stringify({ email: req.body.email, name: req.body.name }) }); // effect: call bank.example /accounts, unknown
  res.end();
});
