import { ServiceBusClient } from "@azure/service-bus";
import express from "express";

const client = new ServiceBusClient(process.env.SERVICE_BUS!);
const sender = client.createSender("manifests");
const app = express();

app.post("/manifests/:id", async (req, res) => {
  await sender.sendMessages({ body: req.body }); // effect: publish azure-service-bus manifests, publish, unsafe
  await sender.sendMessages({ body: req.body, messageId: req.params.id }); // effect: publish azure-service-bus manifests, publish, safe
  await sender.close();
  res.end();
});
