// What `router.param` names runs ahead of every route with that parameter, and `ctx.assert` refuses.
import Koa from "koa";
import Router from "@koa/router";
import pg from "pg";

const db = new pg.Pool();
const router = new Router({ prefix: "/api" });

const signedIn = (ctx, next) => {
  ctx.assert(ctx.state.user, 401, "sign in"); // guard: authentication signedIn
  return next();
};

router.param("boat", async (id, ctx, next) => {
  const { rows } = await db.query("SELECT id FROM boats WHERE id = $1", [id]); // effect: read postgres boats
  ctx.assert(rows[0], 404); // guard: dedupe inline function
  ctx.state.boat = rows[0];
  return next();
});

router.get("/boats", async (ctx) => { // entry: GET /api/boats
  ctx.body = [];
});
router.get("/boats/:boat", async (ctx) => { // entry: GET /api/boats/:boat
  ctx.body = ctx.state.boat;
});
router.del("/boats/:boat", signedIn, async (ctx) => { // entry: DELETE /api/boats/:boat
  await db.query("DELETE FROM boats WHERE id = $1", [ctx.params.boat]); // effect: write postgres boats
});

new Koa().use(router.routes()).listen(3000);
