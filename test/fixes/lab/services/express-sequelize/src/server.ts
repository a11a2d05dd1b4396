import express from "express";
import { sequelize } from "./models.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { webhooks } from "./webhooks.ts";

await sequelize.sync();
startWorker();

const app = express();
app.use(webhooks, orders);

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
