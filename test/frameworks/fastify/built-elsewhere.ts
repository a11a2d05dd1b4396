// The application is built by a function that only a file without packages calls: its plug-ins are mounted once all the same.
// file: src/harbour/routes.ts
import type { FastifyInstance } from "fastify";

export default async function routes(fastify: FastifyInstance) {
  fastify.get("/", async () => []); // entry: GET /api/berths
}
// file: src/server.ts
import Fastify from "fastify";
import routes from "./harbour/routes";

export async function build() {
  const fastify = Fastify();
  fastify.register(routes, { prefix: "/api/berths" });
  return fastify;
}
// file: src/start.ts
import { build } from "./server";

async function start() {
  const server = await build();
  await server.listen({ port: 3000 });
}
start();
