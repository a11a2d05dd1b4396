import express from "express";
import { connect } from "nats";

const connection = await connect({ servers: process.env.NATS_URL });
const app = express();

app.post("/orders/:id", async (req, res) => {
  connection.publish("orders", "x"); // effect: publish nats orders, publish
  await connection.jetstream().publish("orders", "x", { msgID: req.params.id }); // effect: publish nats orders, publish
  await connection.request("price", "x"); // effect: call nats price, call
  res.end();
});
