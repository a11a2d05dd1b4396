// file: src/task.ts
import { task } from "@trigger.dev/sdk";

export const receipt = task({ id: "receipt", run: async () => {} });
// file: src/app.ts
import { tasks } from "@trigger.dev/sdk";
import express from "express";
import { receipt } from "./task";

const app = express();

app.post("/orders/:id", async (req, res) => {
  await receipt.trigger({ order: req.params.id }, { idempotencyKey: req.params.id }); // effect: publish trigger-dev receipt, publish
  await tasks.trigger("digest", {}); // effect: publish trigger-dev digest, publish
  res.end();
});
