// A question that another service is asked by POST changes nothing there.
import express from "express";

const app = express();
const signedIn = (req, res, next) => (req.session.userId ? next() : res.sendStatus(401));
const headers = { key: process.env.SHIPPING_KEY! };

app.get("/me", signedIn, (req, res) => res.json(req.session.userId));
app.post("/shipping/cost", async (req, res) => { // silent: what it costs is asked and handed on
  const answer = await fetch("https://api.shipping.example/calculate/domestic-cost", { method: "POST", headers, body: JSON.stringify(req.body) });
  res.json(await answer.json());
});
app.post("/shipping/order", async (req, res) => { // expect: missing-authentication
  const answer = await fetch("https://api.shipping.example/orders", { method: "POST", headers, body: JSON.stringify(req.body) });
  res.json(await answer.json());
});
