import express from "express";
import mongoose from "mongoose";
import { admin } from "./admin.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

await mongoose.connect(process.env.MONGO_URL!);
startWorker();

const app = express();
app.use(webhooks);
app.use(express.json());
app.use(orders, admin, users);

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
