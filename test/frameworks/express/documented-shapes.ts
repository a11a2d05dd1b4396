// https://expressjs.com/en/guide/routing.html · https://expressjs.com/en/5x/api.html · https://developer.mozilla.org/en-US/docs/Learn/Server-side/Express_Nodejs

// file: src/index.ts
import express, { Router, type Application, type Express, Request, Response, NextFunction, RequestHandler } from "express";
import * as http from "http";
import promiseRouter from "express-promise-router";
import { UserController } from "./user.controller";
import { registerRoutes } from "./register";
import routes from "./routes";
import { App } from "./app";
const app: Application = express();
const server = http.createServer(app);
const ctl = new UserController();
const pr = promiseRouter();
pr.use("/p", async (req, res) => "next");
pr.get("/p/:id", async (req, res) => { res.send("x"); }); // entry: GET /p/:id
pr.route("/q").post(async (req, res) => { res.send("x"); }); // entry: POST /q
app.use(pr);
app.get("/users", ctl.list); // entry: GET /users
app.get("/users/:id", ctl.get.bind(ctl)); // entry: GET /users/:id
app.post("/users", (req, res) => ctl.create(req, res)); // entry: POST /users
app.delete("/users/:id", UserController.remove); // entry: DELETE /users/:id
registerRoutes(app);
app.use("/api/v1", routes);
new App().listen(3000);
for (const method of ["get", "post"] as const) app[method]("/loop", (req, res) => { res.end(); }); // entry: GET /loop // entry: POST /loop
const table: { method: "get" | "put"; path: string; handler: RequestHandler }[] = [
  { method: "get", path: "/table", handler: (req, res) => { res.end(); } },
  { method: "put", path: "/table/:id", handler: (req, res) => { res.end(); } },
];
table.forEach(({ method, path, handler }) => app[method](path, handler)); // entry: GET /table // entry: PUT /table/:id
table.map((r) => { app[r.method](`/t2${r.path}`, r.handler); }); // entry: GET /t2/table // entry: PUT /t2/table/:id
const BASE = "/base";
app.get(`${BASE}/x`, (req, res) => { res.end(); }); // entry: GET /base/x
app.get(BASE + "/y", (req, res) => { res.end(); }); // entry: GET /base/y
const paths = { a: "/pa", nested: { b: "/pb/:id" } } as const;
app.get(paths.a, (req, res) => { res.end(); }); // entry: GET /pa
app.patch(paths.nested.b, (req, res) => { res.end(); }); // entry: PATCH /pb/:id
enum Path { One = "/enum-one" }
app.get(Path.One, (req, res) => { res.end(); }); // entry: GET /enum-one
server.listen(80);
// file: src/user.controller.ts
import type { Request, Response } from "express";
export class UserController {
  list = async (req: Request, res: Response) => { res.json([]); };
  async get(req: Request, res: Response) { res.json({}); }
  create(req: Request, res: Response) { res.json({}); }
  static async remove(req: Request, res: Response) { res.json({}); }
}
// file: src/register.ts
import { Express } from "express";
export function registerRoutes(app: Express): void {
  app.get("/registered", (req, res) => { res.end(); }); // entry: GET /registered
}
// file: src/routes/index.ts
import { Router } from "express";
import orders from "./orders";
import { items } from "./items";
const router: Router = Router();
const defaultRoutes = [{ path: "/orders", route: orders }, { path: "/items", route: items }];
defaultRoutes.forEach((r) => { router.use(r.path, r.route); });
export default router;
// file: src/routes/orders.ts
import express from "express";
const router = express.Router();
router.route("/").post((req, res) => { res.end(); }).get((req, res) => { res.end(); }); // entry: POST /api/v1/orders // entry: GET /api/v1/orders
router
  .route("/:orderId")
  .get((req, res) => { res.end(); }) // entry: GET /api/v1/orders/:orderId
  .patch((req, res) => { res.end(); }) // entry: PATCH /api/v1/orders/:orderId
  .delete((req, res) => { res.end(); }); // entry: DELETE /api/v1/orders/:orderId
export default router;
// file: src/routes/items.ts
import { Router } from "express";
export const items = Router({ mergeParams: true });
items.use("/:itemId/notes", notes());
items.get("/", (req, res) => { res.end(); }); // entry: GET /api/v1/items
function notes() { const r = Router({ mergeParams: true }); r.get("/", (req, res) => { res.end(); }); return r; } // entry: GET /api/v1/items/:itemId/notes
// file: src/app.ts
import express from "express";
export class App {
  private readonly app: express.Application;
  constructor() { this.app = express(); this.routes(); }
  private routes() {
    this.app.get("/class", this.home); // entry: GET /class
    this.app.use("/sub", new Sub().router);
  }
  private home(req: express.Request, res: express.Response) { res.end(); }
  public listen(port: number) { this.app.listen(port); }
}
class Sub {
  public path = "/posts";
  public router = express.Router();
  constructor() { this.initializeRoutes(); }
  public initializeRoutes() {
    this.router.get(this.path, this.all); // entry: GET /sub/posts
    this.router.post(`${this.path}/:id`, this.all); // entry: POST /sub/posts/:id
  }
  all = (request: express.Request, response: express.Response) => { response.send([]); };
}
