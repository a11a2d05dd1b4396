// file: src/routes.ts
import type { Request, Response } from "express";

interface Route {
  method: "get" | "post";
  path: string;
  handler: (req: Request, res: Response) => void;
}
export const routes: Route[] = [];

export function define(route: Route) {
  routes.push(route);
}

// file: src/barrels.ts
import { define } from "./routes";

define({ method: "get", path: "/barrels", handler: (req, res) => res.json([]) });
define({ method: "post", path: "/barrels", handler: (req, res) => res.json({}) });

// file: src/marks.ts
export const marked: any[] = [];
export const seen: string[] = [];

export function Delete(path: string) {
  return (target: any, name: string) => {
    marked.push({ method: "delete", path, name, of: target.constructor });
  };
}

export function note(text: string) {
  seen.push(text);
}

// file: src/lids.ts
import type { Request, Response } from "express";
import { Pool } from "pg";
import { Delete, note } from "./marks";

const db = new Pool();
note("lids");

export class LidController {
  @Delete("/lids/:id")
  async drop(req: Request, res: Response) {
    await db.query("delete from lids where id = $1", [req.params.id]); // effect: write postgres lids, delete, from DELETE /lids/:id
    res.end();
  }

  unmarked() {}
}

// file: src/app.ts
import express from "express";
import { marked, seen } from "./marks";
import { routes } from "./routes";
import "./barrels";
import "./lids";

const app = express();
for (const route of routes) app[route.method](route.path, route.handler); // entry: GET /barrels // entry: POST /barrels
marked.forEach(({ method, path, name, of }) => {
  const controller = new of();
  app[method as "delete"](path, (req, res) => controller[name](req, res)); // entry: DELETE /lids/:id
});
// silent: texts are no code
seen.forEach((text) => app.get(`/${text}`, (req, res) => res.end())); // entry: GET /*
app.listen(3000);
