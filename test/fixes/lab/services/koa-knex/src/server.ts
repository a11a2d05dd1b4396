import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { admin } from "./admin.ts";
import { knex } from "./db.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

await knex.migrate.latest();
startWorker();

const app = new Koa();
app.use(bodyParser());
for (const router of [webhooks, orders, admin, users]) app.use(router.routes());

const server = app.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
