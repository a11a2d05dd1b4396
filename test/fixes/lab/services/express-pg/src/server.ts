import express from "express";
import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { migrate } from "./db.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { refunds } from "./refunds.ts";
import { reports } from "./reports.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

await migrate();
startWorker();

const app = express();
app.use(webhooks);
app.use(express.json());
app.use(orders, admin, refunds, reports, users, account);

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
