import express from "express";
import fetch2 from "node-fetch";

const app = express();
const base = process.env.ORDERS_URL;

app.post("/proxy/:id", async (req, res) => {
  const answer = await fetch("https://api.example.com/orders"); // effect: call api.example.com /orders, read
  await fetch(`https://api.example.com/orders/${req.params.id}`, { method: "POST", body: JSON.stringify(req.body) }); // effect: call api.example.com /orders/*, call
  await fetch(`${base}/orders`, { method: "PUT" }); // effect: call ORDERS_URL /orders, call
  await fetch(process.env.HOOK_URL ?? "https://hooks.example.org/x", { method: "POST" }); // effect: call hooks.example.org, call
  await fetch("https://api.stripe.com/v1/fx_quotes", { method: "POST" }); // effect: call stripe /v1/fx_quotes, read
  await fetch("https://api.stripe.com/v1/charges", { method: "POST", headers: { "Idempotency-Key": req.params.id } }); // effect: write stripe /v1/charges, charge
  await fetch("https://hooks.slack.com/services/x", { method: "POST" }); // effect: call slack, send
  await fetch("https://api.openai.com/v1/responses", { method: "POST" }); // effect: call openai /v1/responses, call
  await fetch2(new URL("/orders", "https://api.example.com"), { method: req.body.method }); // effect: call api.example.com /orders, call
  await fetch(req.body.url); // effect: call fetch, read
  await fetch(new Request("https://api.example.com/x", { method: "DELETE" })); // effect: call api.example.com /x, call
  res.json(await answer.json());
});
