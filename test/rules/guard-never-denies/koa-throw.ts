import Router from "@koa/router";
import jsonwebtoken from "jsonwebtoken";
import Koa from "koa";
import { Pool } from "pg";

const app = new Koa();
const router = new Router();
const pool = new Pool();

const readToken = (ctx) => {
  if (!ctx.header || !ctx.header.authorization) return;
  const parts = ctx.header.authorization.split(" ");
  if (parts.length === 2 && /^Bearer$/i.test(parts[0])) return parts[1];
  return ctx.throw(401, "Authentication error");
};
const signedIn = (ctx, next) => {
  const token = readToken(ctx);
  ctx.state.user = jsonwebtoken.verify(token, process.env.JWT_SECRET);
  return next();
};

router.post("/tokens/forget", signedIn, async (ctx) => {
  await pool.query("DELETE FROM tokens WHERE owner = $1", [ctx.state.user.id]); // silent: what was thrown goes on nowhere
  ctx.status = 204;
});

router.post("/tokens/forget-all", async (ctx) => {
  if (!ctx.state.user) {
    ctx.status = 401; // expect: guard-never-denies
  }
  await pool.query("DELETE FROM tokens WHERE used");
});

app.use(router.routes());
app.listen(3000);
