// The folder of routes, by the address of the file; the application is made by another function.
// file: src/main.ts
import fastify from "fastify";
import factory from "./factory.js";
const app = fastify();
factory(app).then(() => app.listen({ port: 3000 }));

// file: src/factory.ts
import fastifyAutoload from "@fastify/autoload";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
export default async function factory(app) {
  const dirname = fileURLToPath(new URL(".", import.meta.url));
  app.register(fastifyAutoload, { dir: join(dirname, "routes"), options: { prefix: "/api" } });
  await app.ready();
}

// file: src/routes/v1/notices/notices.ts
export default async function notices(app) {
  app.get("/", async () => []); // entry: GET /api/v1/notices
  app.delete("/:id", async () => ({})); // entry: DELETE /api/v1/notices/:id
}
