// file: package.json
{ "name": "harbour", "dependencies": { "koa": "3", "pg": "8" } }

// file: src/router.ts
export class Router {
  private routes: Record<string, Record<string, any>> = {};

  find(method: string, path: string) {
    const route = this.routes[method]?.[path];
    if (!route) throw new Error(`Nothing at ${path}`);
    return { ...route };
  }
  get(path: string, handler: any) {
    this.routes.GET ??= {};
    this.routes.GET[path] = { handler };
  }
  post(path: string, handler: any) {
    this.routes.POST ??= {};
    this.routes.POST[path] = { handler };
  }
}

// file: src/berths.ts
import { Pool } from "pg";
import { Router } from "./router";

const db = new Pool();
const router = new Router();
// entry: GET /api/berths
router.get("api/berths", async (_path, ctx) => {
  return db.query("select * from berths where owner = $1", [ctx.state.user.id]); // effect: read postgres berths, read
});
// entry: POST /api/berths
router.post("api/berths", async (_path, ctx) => {
  await db.query("insert into berths (name) values ($1)", [ctx.request.body.name]); // effect: write postgres berths, insert
});
export default router;

// file: src/main.ts
import Koa from "koa";
import berths from "./berths";

const app = new Koa();
const routers = { berths };
const formats = {};
app.use(async (ctx, next) => {
  // silent: how the answer is written, ahead of everything
  formats[ctx.query.format]?.prepare(ctx);
  await next();
});
app.use(async (ctx) => {
  const router = routers[ctx.path.split("/")[2]];
  const route = router.find(ctx.method, ctx.path);
  ctx.body = await route.handler(ctx.path, ctx);
});
app.listen(3000);

// file: apps/notes/package.json
{ "name": "notes", "dependencies": { "koa": "3" } }

// file: apps/notes/src/main.ts
import Koa from "koa";
import { Cache } from "./cache";

const app = new Koa();
const cache = new Cache();
export const notes = () => cache.get("notes", async () => []);
const strategies = {};
// silent: what is looked up here is no route, and what the cache is given is called by it
app.use(async (ctx) => {
  await strategies[ctx.query.by].run(ctx);
});
app.listen(3001);

// file: apps/notes/src/cache.ts
export class Cache {
  private known = {};
  async get(key: string, make: () => Promise<unknown>) {
    this.known[key] ??= await make();
    return this.known[key];
  }
}
