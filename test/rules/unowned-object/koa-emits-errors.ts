// The application is told of an error and answers: that is no check that nobody can read.
import Koa from "koa";
import Router from "@koa/router";
import jwt from "jsonwebtoken";
import mysql from "mysql2/promise";

const pool = mysql.createPool({ uri: process.env.DATABASE_URL });
const app = new Koa();
const router = new Router();

async function requireUser(ctx, next) {
  if (!ctx.headers.authorization) return ctx.app.emit("error", new Error("no token"), ctx);
  try {
    ctx.user = jwt.verify(ctx.headers.authorization, process.env.JWT_SECRET!);
    await next();
  } catch {
    ctx.app.emit("error", new Error("invalid token"), ctx);
  }
}

router.get("/addresses", requireUser, async (ctx) => {
  const [rows] = await pool.execute("SELECT * FROM address WHERE user_id = ?", [ctx.user.id]);
  ctx.body = rows;
});

router.delete("/addresses/:id", requireUser, async (ctx) => {
  await pool.execute("DELETE FROM address WHERE id = ?", [ctx.params.id]); // expect: unowned-object
  ctx.body = "";
});

app.use(router.routes());
