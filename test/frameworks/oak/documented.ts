// file: main.ts
import { Application, Router } from "https://deno.land/x/oak@v12.6.1/mod.ts";
const router = new Router({ prefix: "/v1" });
router
  .get("/", (context) => { context.response.body = "Hello"; }) // entry: GET /v1
  .get("/book/:id", (context) => {}) // entry: GET /v1/book/:id
  .post("/book", async (ctx) => {}) // entry: POST /v1/book
  .all("/any", (ctx) => {}); // entry: ALL /v1/any
const nested = new Router().put("/n", (c) => {}); // entry: PUT /v1/nested/n
router.use("/nested", nested.routes(), nested.allowedMethods());
const app = new Application();
app.use(router.routes());
app.use(router.allowedMethods());
await app.listen({ port: 8000 });
// file: main2.ts
import { Application, Router } from "@oak/oak";
const r = new Router();
r.delete("/d", (c) => {}).add(["PUT", "PATCH"], "/pp", (c) => {}); // entry: DELETE /d // entry: PUT /pp // entry: PATCH /pp
new Application().use(r.routes());
// file: main3.ts
import { Router } from "jsr:@oak/oak@17";
export const r3 = new Router();
r3.head("/r3", (c) => {}); // entry: HEAD /r3
