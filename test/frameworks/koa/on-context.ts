// What is put on an application's context is found there by handlers.
import Router from "@koa/router";
import Koa from "koa";
import { Pool } from "pg";

const app = new Koa();
const router = new Router();
app.context.db = new Pool();

router.get("/tides", async (ctx) => { // entry: GET /tides
  ctx.body = await ctx.db.query("SELECT * FROM tides"); // effect: read postgres tides, read, safe
});
router.get("/moons", async (ctx) => { // entry: GET /moons
  ctx.body = await ctx.app.context.db.query("SELECT * FROM moons"); // effect: read postgres moons, read, safe
});
app.use(router.routes());
