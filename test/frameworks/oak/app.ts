import { Application, Router } from "@oak/oak";

const router = new Router({ prefix: "/orders" });
router.get("/", (context) => { // entry: GET /orders
  context.response.body = [];
});
router.delete("/:id", (context) => {}); // entry: DELETE /orders/:id

const app = new Application();
app.use(router.routes());
app.listen({ port: 8000 });
