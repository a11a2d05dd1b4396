// file: src/router.ts
export class Router {
  private readonly entries: { method: string; pattern: URLPattern; handler: any }[] = [];
  add(key: string, handler: any) {
    const [method, pathname] = key.split(" ");
    this.entries.push({ method, pattern: new URLPattern({ pathname }), handler });
    return this;
  }
  async handle(request: Request, env: object) {
    for (const { method, pattern, handler } of this.entries) if (method === request.method && pattern.exec(request.url)) return handler(request, env);
    return new Response(null, { status: 404 });
  }
}

// file: src/index.ts
import { Router } from "./router";

const routes = new Map([["GET /counts", async () => Response.json({})], ["PUT /tickets/:id", async () => new Response(null)]]);
const router = new Router();
for (const [pattern, handler] of routes) router.add(pattern, handler); // entry: GET /counts // entry: PUT /tickets/:id

export default { fetch: (request, env) => router.handle(request, env) } satisfies ExportedHandler;
