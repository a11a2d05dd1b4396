// file: package.json
{ "dependencies": { "fastify": "5", "vite": "7" } }
// file: vite.config.ts
export default {};
// file: server/routes/orders.ts
/** A plugin of another framework, in a folder of the same name. */
export default async function orders(server) {
  server.get("/orders", () => []); // entry: GET /orders
}
// file: server/health.ts
export default defineEventHandler(() => "ok");
// file: packages/data/src/server/routes/blocks.ts
export default (db) => ({ block: (request) => db.insert(request.id) });
// file: packages/data/package.json
{ "dependencies": { "@connectrpc/connect": "2" } }
