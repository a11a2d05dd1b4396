// Output of a compiler that was left beside the source: the source is what is served.
// file: src/app.ts
import fastify from "fastify";
import routes from "./routes.js";
const app = fastify();
app.register(routes, { prefix: "/api" });
app.listen({ port: 3000 });

// file: src/routes.js
exports.default = async function (app) {
  app.get("/old", async () => []);
};

// file: src/routes.ts
export default async function (app) {
  app.get("/new", async () => []); // entry: GET /api/new
}
