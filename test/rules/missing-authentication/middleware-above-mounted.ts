// Middleware of an application runs for the routes of routers that are mounted at its root, where their own address is covered.

// file: src/app.ts
import { Hono } from "hono";
import { jwt } from "hono/jwt";
import { routes } from "./routes";
const app = new Hono();
app.use("/admin/*", (c, next) => jwt({ secret: c.env.JWT_SECRET, alg: "HS256" })(c, next));
app.route("/", routes);
export default app;
// file: src/routes.ts
import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
const prisma = new PrismaClient();
export const routes = new Hono();
routes.delete("/admin/users/:id", async (c) => { // silent: the application asks for a token ahead of it
  await prisma.user.delete({ where: { id: c.req.param("id") } });
  return c.body(null, 204);
});
routes.delete("/users/:id", async (c) => { // expect: missing-authentication
  await prisma.user.delete({ where: { id: c.req.param("id") } });
  return c.body(null, 204);
});
