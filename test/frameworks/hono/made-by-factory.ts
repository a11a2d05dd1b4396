// file: src/lib/create-app.ts
import { Hono } from "hono";

export function createRouter() {
  return new Hono({ strict: false });
}
export default function createApp() {
  const app = createRouter();
  app.notFound((c) => c.json({}, 404));
  return app;
}
export function createTestApp(router: Hono) {
  const app = createApp();
  app.route("/", router);
  return app;
}
// file: src/users.ts
import { createRouter } from "./lib/create-app";

const router = createRouter();
router.get("/users", (c) => c.json([])); // entry: GET /api/users
export default router;
// file: src/orders.ts
import { createRouter } from "./lib/create-app";

const ordersRouter = createRouter();
ordersRouter.get("/orders", (c) => c.json([])); // entry: GET /api/orders
export default ordersRouter;
// file: src/app.ts
import createApp from "./lib/create-app";
import orders from "./orders";
import users from "./users";

const app = createApp();
app.route("/api", users);
app.route("/api", orders);
export default app;
