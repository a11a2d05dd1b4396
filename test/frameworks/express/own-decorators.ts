// file: src/decorators.ts
import "reflect-metadata";
import type { NextFunction, Request, Response } from "express";

export function Controller(prefix: string): ClassDecorator {
  return (target) => {
    Reflect.defineMetadata("prefix", prefix, target);
    if (!Reflect.hasMetadata("routes", target)) Reflect.defineMetadata("routes", [], target);
  };
}

const makeVerb = (method: string) => (path: string): MethodDecorator => (target, name) => {
  if (!Reflect.hasMetadata("routes", target.constructor)) Reflect.defineMetadata("routes", [], target.constructor);
  const routes = Reflect.getMetadata("routes", target.constructor) as { method: string; path: string; name: string }[];
  routes.push({ method, path, name: String(name) });
  Reflect.defineMetadata("routes", routes, target.constructor);
};
export const Get = makeVerb("get");
export const Post = makeVerb("post");

export const Before = (check: (req: Request, res: Response, next: NextFunction) => void): MethodDecorator =>
  (target, name) => {
    const known = Reflect.getMetadata("before", target, name) || [];
    Reflect.defineMetadata("before", [...known, check], target, name);
  };

// file: src/crates.ts
import type { NextFunction, Request, Response } from "express";
import { Pool } from "pg";
import { Before, Controller, Get, Post } from "./decorators";

const db = new Pool();

function signedIn(req: Request, res: Response, next: NextFunction) {
  if (!req.session.user) return res.status(401).end(); // guard: authentication checks
  next();
}

@Controller("/crates")
export class CrateController {
  @Get("/")
  async list(req: Request, res: Response) {
    res.json(await db.query("select * from crates"));
  }

  @Post("/")
  @Before(signedIn)
  async add(req: Request, res: Response) {
    await db.query("insert into crates (label) values ($1)", [req.body.label]);
    res.json({});
  }

  helper() {
    return db.query("delete from crates");
  }
}

// file: src/app.ts
import express, { Router } from "express";
import { CrateController } from "./crates";

const app = express();
const controllers = [CrateController];
for (const Controller of controllers) {
  const instance: any = new Controller();
  const router = Router();
  const routes = Reflect.getMetadata("routes", Controller);
  routes.forEach((route: any) => {
    const checks = Reflect.getMetadata("before", Controller.prototype, route.name) ?? [];
    router[route.method](route.path, ...checks, (req: any, res: any) => instance[route.name](req, res)); // entry: GET /crates // entry: POST /crates
  });
  app.use(Reflect.getMetadata("prefix", Controller), router);
}
app.listen(3000);

// file: src/marked.ts
import express from "express";
import { Pool } from "pg";

const db = new Pool();
const ROUTE = Symbol("route");

function Route(method: "get" | "delete", path: string) {
  return (target: object, name: string, descriptor: PropertyDescriptor) => {
    Reflect.defineMetadata(ROUTE, { method, path }, descriptor.value);
  };
}

class LidController {
  @Route("get", "/lids/:id")
  one(req: express.Request, res: express.Response) {
    return db.query("select * from lids where id = $1", [req.params.id]).then((rows) => res.json(rows));
  }

  @Route("delete", "/lids/:id")
  drop(req: express.Request, res: express.Response) {
    return db.query("delete from lids where id = $1", [req.params.id]).then(() => res.end());
  }

  unmarked() {}
}

function mount(app: express.Express, controller: any) {
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(controller))) {
    const route = Reflect.getMetadata(ROUTE, controller[name]);
    if (!route) continue;
    app[route.method as "get"](route.path, controller[name].bind(controller)); // entry: GET /lids/:id // entry: DELETE /lids/:id
  }
}
const lids = express();
mount(lids, new LidController());
lids.listen(3001);
