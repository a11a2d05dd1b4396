import amqp from "amqplib";
import express from "express";

const connection = await amqp.connect(process.env.AMQP_URL!);
const channel = await connection.createChannel();
const app = express();

app.post("/orders/:id", async (req, res) => {
  channel.sendToQueue("orders", Buffer.from("x"), { messageId: req.params.id }); // effect: publish rabbitmq orders, publish
  channel.publish("shop", "order.paid", Buffer.from("x")); // effect: publish rabbitmq order.paid, publish
  await channel.assertQueue("orders");
  res.end();
});
