import express from "express";
import { Inngest } from "inngest";

const inngest = new Inngest({ id: "shop" });
const app = express();

app.post("/orders/:id", async (req, res) => {
  await inngest.send({ name: "order/paid", data: { id: req.params.id }, id: `paid-${req.params.id}` }); // effect: publish inngest order/paid, publish
  await inngest.send([{ name: "order/shipped", data: {} }]); // effect: publish inngest order/shipped, publish
  res.end();
});
