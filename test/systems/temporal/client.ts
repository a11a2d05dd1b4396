import { Client } from "@temporalio/client";
import express from "express";

const client = new Client();
const app = express();

app.post("/orders/:id", async (req, res) => {
  await client.workflow.start("ship", { workflowId: `ship-${req.params.id}`, taskQueue: "orders", args: [] }); // effect: publish temporal ship, publish
  await client.workflow.getHandle(`ship-${req.params.id}`).signal("paid"); // effect: publish temporal paid, publish
  res.json(await client.workflow.getHandle(`ship-${req.params.id}`).describe()); // effect: read temporal, read
});
