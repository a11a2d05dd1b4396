// Routers of the team's own: classes that extend the package's hand it their options.

// file: package.json
{ "dependencies": { "koa": "2", "koa-router": "12", "pg": "8" } }

// file: src/entity-router.ts
import { Pool } from "pg";
import Router from "koa-router";

const pool = new Pool();

export class EntityRouter extends Router {
  constructor(private readonly schema: { table: string }) {
    super({ prefix: "/" + schema.table });
    this.#addRoutes();
  }

  addRelation(name: string) {
    this.get(`/:id/${name}`, async (ctx) => { // entry: GET /api/roles/:id/scopes
      ctx.body = await pool.query("select * from scopes where role = $1", [ctx.params.id]);
    });
  }

  #addRoutes() {
    this.get("/", async (ctx) => { // entry: GET /api/roles
      ctx.body = await pool.query("select * from roles");
    });
  }
}

// file: src/init.ts
import Koa from "koa";
import Router from "koa-router";
import { EntityRouter } from "./entity-router";

// Nobody calls what calls this: it runs where it is called all the same, and is no application of its own.
export default function initApis({ key }: { key: string }): Koa {
  const api = new Koa();
  const router = new Router();
  router.use(async (ctx, next) => {
    if (ctx.headers["x-key"] !== key) ctx.throw(401); // guard: authentication handler
    await next();
  });
  const roles = new EntityRouter({ table: "roles" });
  roles.addRelation("scopes");
  roles.get("/count", (ctx) => { ctx.body = 1; }); // entry: GET /api/roles/count
  router.use(roles.routes());
  api.use(router.routes()).use(router.allowedMethods());
  return api;
}

// file: src/tenant.ts
import Koa from "koa";
import mount from "koa-mount";
import initApis from "./init";

export default class Tenant {
  readonly app: Koa;

  constructor(readonly key: string) {
    const app = new Koa();
    app.use(mount("/api", initApis({ key })));
    this.app = app;
  }
}
