// file: src/app.ts
import { Hono } from "hono";
import { createFactory, createMiddleware } from "hono/factory";
import { HTTPException } from "hono/http-exception";
import { orders } from "./orders";

const login = createMiddleware(async (c, next) => {
  if (!c.get("session")) throw new HTTPException(401); // guard: authentication login
  await next();
});
const factory = createFactory();
const handlers = factory.createHandlers(login, (c) => c.json({}));

const app = new Hono()
  .get("/open", (c) => c.text("open")) // entry: GET /open
  .use("/private/*", login)
  .get("/private/me", (c) => c.json(c.get("session"))); // entry: GET /private/me

app.on(["PUT", "DELETE"], "/things/:id", login, (c) => c.json({})); // entry: PUT /things/:id // entry: DELETE /things/:id
app.get("/made", ...handlers); // entry: GET /made

const api = app.basePath("/api");
api.get("/version", (c) => c.text("1")); // entry: GET /api/version
app.route("/orders", orders);

export default app;
// file: src/orders.ts
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";

const create = createRoute({ method: "post", path: "/{id}/items", request: { params: z.object({ id: z.string() }) }, responses: {} });
export const orders = new OpenAPIHono();
orders.openapi(create, (c) => c.json(c.req.valid("param"))); // entry: POST /orders/:id/items // guard: validation schema
