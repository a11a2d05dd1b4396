import express from "express";
import { account } from "./account.ts";
import { admin } from "./admin.ts";
import { migrate } from "./db.ts";
import { exportsRouter } from "./exports.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { refunds } from "./refunds.ts";
import { reports } from "./reports.ts";
import { reviews } from "./reviews.ts";
import { shipping } from "./server/shipping.ts";
import { signIn } from "./sign-in.ts";
import { users } from "./users.ts";
import { vouchers } from "./vouchers.ts";
import { webhooks } from "./webhooks.ts";

await migrate();
startWorker();

const app = express();
app.use(webhooks);
app.use(express.json());
app.use(orders, admin, refunds, reports, users, exportsRouter, reviews, shipping, signIn, vouchers, account);

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
