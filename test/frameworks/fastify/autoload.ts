// file: src/app.ts
import { join } from "node:path";
import autoload from "@fastify/autoload";
import Fastify from "fastify";

const app = Fastify();
app.register(autoload, { dir: join(__dirname, "routes"), options: { prefix: "/api" }, routeParams: true });
// file: src/routes/orders/_id/index.ts
import type { FastifyPluginAsync } from "fastify";

const routes: FastifyPluginAsync = async (fastify) => {
  fastify.get("/items", async () => []); // entry: GET /api/orders/:id/items
};
export default routes;
// file: src/routes/root.ts
export default async function (fastify) {
  fastify.get("/", async () => "ok"); // entry: GET /api
}
