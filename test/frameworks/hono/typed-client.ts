// One application serves the routes, another puts them together for the types of a client: each route is one entry point.
// file: src/orders.ts
import { Hono } from "hono";

const app = new Hono();
export const orders = app.get("/orders", (c) => c.json([])); // entry: GET /orders
export default app;
// file: src/client.ts
import { Hono } from "hono";
import { hc } from "hono/client";
import { orders } from "./orders";

const app = new Hono().route("/", orders);
export const client = (base: string) => hc<typeof app>(base);
// file: src/index.ts
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import orders from "./orders";

const checkKey = createMiddleware(async (c, next) => {
  if (c.req.header("x-api-key") !== c.env.API_KEY) return c.json({ error: "no" }, 401);
  await next();
});

const app = new Hono();
app.use(checkKey);
app.route("/", orders);

export default app;
