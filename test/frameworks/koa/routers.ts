import Router from "@koa/router";
import Koa from "koa";
import mount from "koa-mount";

const app = new Koa();
const api = new Koa();
const router = new Router({ prefix: "/v1" });
const orders = new Router();

const login = async (ctx, next) => {
  if (!ctx.session.user) ctx.throw(401); // guard: authentication login
  await next();
};
const admin = async (ctx, next) => {
  if (ctx.state.user.role !== "admin") { // guard: role admin
    ctx.status = 403;
    return;
  }
  await next();
};

orders.get("list", "/", (ctx) => { // entry: GET /api/v1/orders
  ctx.body = [];
});
orders.del("/:id", admin, (ctx) => {}); // entry: DELETE /api/v1/orders/:id
router.get("/health", (ctx) => {}); // entry: GET /api/v1/health
router.use("/orders", login, orders.routes(), orders.allowedMethods());
api.use(router.routes());
app.use(mount("/api", api));
