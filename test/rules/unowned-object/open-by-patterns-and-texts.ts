// A list of what is open that holds patterns and texts, told apart by what they are: whoever comes to the rest is signed in.
import Koa from "koa";
import Router from "koa-router";
import jwt from "jsonwebtoken";
import { Pool } from "pg";

const pool = new Pool();
const open = ["/status", /^\/brochures\/.+/, new RegExp("^/tides/.+")];

const app = new Koa();
app.use(async (ctx, next) => {
  if (open.some((one) => (typeof one === "string" ? one === ctx.path : one.test(ctx.path)))) return next();
  ctx.state.user = jwt.verify(ctx.get("Authorization"), process.env.TOKEN_KEY!);
  await next();
});

const router = new Router();
router.post("/ferries", async (ctx) => {
  await pool.query("INSERT INTO ferries (name, user_id) VALUES ($1, $2)", [ctx.request.body.name, ctx.state.user.id]);
  ctx.status = 201;
});
router.delete("/ferries/:id", async (ctx) => {
  await pool.query("DELETE FROM ferries WHERE id = $1", [ctx.params.id]); // expect: unowned-object
  ctx.status = 204;
});
router.delete("/tides/:id", async (ctx) => { // silent: a pattern of the list fits, and nobody is asked who they are
  await pool.query("DELETE FROM ferries WHERE id = $1", [ctx.params.id]);
  ctx.status = 204;
});
app.use(router.routes());

const other = new Koa();
other.use(async (ctx, next) => {
  if (open.some((one) => (one instanceof RegExp ? one.test(ctx.path) : one === ctx.path))) return next();
  ctx.state.user = jwt.verify(ctx.get("Authorization"), process.env.TOKEN_KEY!);
  await next();
});
const harbours = new Router();
harbours.delete("/harbours/:id/ferries", async (ctx) => {
  await pool.query("DELETE FROM ferries WHERE id = $1", [ctx.params.id]); // expect: unowned-object
  ctx.status = 204;
});
harbours.delete("/brochures/:id", async (ctx) => { // silent: a pattern of the list fits
  await pool.query("DELETE FROM ferries WHERE id = $1", [ctx.params.id]);
  ctx.status = 204;
});
other.use(harbours.routes());
