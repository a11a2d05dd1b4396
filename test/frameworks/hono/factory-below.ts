// Applications of a factory, below a path of their own. https://hono.dev/docs/helpers/factory#factory-createapp

// file: src/factory.ts
import { createFactory } from "hono/factory";

export default createFactory({
  initApp(app) {
    app.use(async (_c, next) => {
      await next();
    });
  },
});
// file: src/orders.ts
import factory from "./factory";

export const orders = factory.createApp();
orders.get("/", (c) => c.json([])); // entry: GET /api/v1/orders
// file: src/index.ts
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import factory from "./factory";
import { orders } from "./orders";

function setUp(app: Hono) {
  const v1 = app.basePath("/api/v1");
  v1.route("/orders", orders);
  v1.get("/health", (c) => c.text("well")); // entry: GET /api/v1/health
}

const app = factory.createApp();
setUp(app);
serve({ fetch: app.fetch, port: 3000 });
