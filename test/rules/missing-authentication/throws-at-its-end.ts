// Who is signed in is given back, and whoever is not comes to the end, which throws.
import Router from "@koa/router";
import Redis from "ioredis";
import Koa from "koa";
import mysql from "mysql2/promise";

const redis = new Redis();
const pool = mysql.createPool({});
const router = new Router();

async function callerOf(token) {
  const id = await redis.get(token);
  if (id) return id;
  throw new Error("sign in first");
}
async function callerOfText(token) {
  if (typeof token === "string") {
    const id = await redis.get(token);
    if (id) return id;
  }
  throw new Error("sign in first");
}
async function anybody(token) {
  const id = await redis.get(token);
  if (id) return id;
  return "nobody";
}

router.post("/halls", async (ctx) => { // silent: the function comes back for those who are signed in
  const owner = await callerOf(ctx.headers.token);
  await pool.execute("INSERT INTO halls (name, owner) VALUES (?, ?)", [ctx.request.body.name, owner]);
});
router.post("/films", async (ctx) => { // silent: so it does from within
  const owner = await callerOfText(ctx.headers.token);
  await pool.execute("INSERT INTO films (name, owner) VALUES (?, ?)", [ctx.request.body.name, owner]);
});
router.post("/seats", async (ctx) => { // expect: missing-authentication
  await anybody(ctx.headers.token);
  await pool.execute("DELETE FROM seats WHERE id = ?", [ctx.request.body.id]);
});

const app = new Koa();
app.use(router.routes());
app.listen(3000);
