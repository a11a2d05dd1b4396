import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { admin } from "./admin.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { users } from "./users.ts";
import { webhooks } from "./webhooks.ts";

startWorker();

const app = new Hono();
app.route("/", webhooks);
app.route("/", orders);
app.route("/admin", admin);
app.route("/", users);

serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(`port ${port}`));
