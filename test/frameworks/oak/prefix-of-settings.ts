// Where the service is put stands in settings, and is mostly nothing.
import { Application, Router } from "@oak/oak";

const router = new Router({ prefix: `${Deno.env.get("BASE")}/orders` });
router.get("/", (context) => { // entry: GET /orders
  context.response.body = [];
});

const app = new Application();
app.use(router.routes());
app.listen({ port: 8000 });
