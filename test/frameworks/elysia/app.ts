// file: src/orders.ts
import { Elysia } from "elysia";

export const orders = new Elysia({ prefix: "/orders" })
  .get("/", () => []) // entry: GET /api/orders
  .post("/", ({ body }) => body); // entry: POST /api/orders
// file: src/index.ts
import { Elysia } from "elysia";
import { orders } from "./orders";

const app = new Elysia()
  .get("/open", "open") // entry: GET /open
  .group("/api", (api) => api.use(orders).get("/version", () => "1")) // entry: GET /api/version
  .guard({ beforeHandle: ({ session, error }) => { if (!session.user) return error(401); } }, (inside) => // guard: authentication beforeHandle
    inside.get("/me", ({ session }) => session.user), // entry: GET /me
  )
  .listen(3000);
