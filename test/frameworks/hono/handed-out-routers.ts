// Files that name no package: the router comes from a function of another file, the routes from a third.

// file: src/create-app.ts
import { OpenAPIHono } from "@hono/zod-openapi";
export function createRouter() {
  return new OpenAPIHono({ strict: false });
}
// file: src/kites/kites.routes.ts
import { createRoute, z } from "@hono/zod-openapi";
export const list = createRoute({ method: "get", path: "/kites", responses: { 200: { description: "all" } } });
export const fly = createRoute({ method: "post", path: "/kites/{id}/flights", request: { params: z.object({ id: z.string() }) }, responses: {} });
// file: src/kites/kites.handlers.ts
export const list = async (c) => c.json([]);
export const fly = async (c) => c.json({}, 201);
// file: src/kites/kites.index.ts
import { createRouter } from "../create-app";
import * as handlers from "./kites.handlers";
import * as routes from "./kites.routes";
const router = createRouter()
  .openapi(routes.list, handlers.list) // entry: GET /api/kites
  .openapi(routes.fly, handlers.fly); // entry: POST /api/kites/:id/flights
export default router;
// file: src/app.ts
import { createRouter } from "./create-app";
import kites from "./kites/kites.index";
const app = createRouter();
const routes = [kites] as const;
routes.forEach((route) => {
  app.route("/api", route);
});
export default app;
