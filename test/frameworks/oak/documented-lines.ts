// https://oakserver.org/basics · https://jsr.io/@oak/oak

// file: main.ts
import { Application, Router, helpers } from "https://deno.land/x/oak/mod.ts";
const books = new Map<string, any>();
const router = new Router({ prefix: "/v1" });
router
  .get("/", (context) => { context.response.body = "Welcome!"; }) // entry: GET /v1
  .get("/book/:id", (context) => { context.response.body = 1; }) // entry: GET /v1/book/:id
  .add("POST", "/added", (ctx) => {}) // entry: POST /v1/added
  .all("/all", (ctx) => {}); // entry: ALL /v1/all
const sub = new Router().put("/s/:id", (ctx) => {}); // entry: PUT /v1/sub/s/:id
router.use("/sub", sub.routes(), sub.allowedMethods());
const app = new Application();
app.use(router.routes());
app.use(router.allowedMethods());
await app.listen({ port: 8000 });
// file: jsr.ts
import { Application, Router } from "jsr:@oak/oak";
const r = new Router(); r.delete("/jsr", (ctx) => {}); // entry: DELETE /jsr
const app = new Application(); app.use(r.routes()); app.listen({ port: 1 });
