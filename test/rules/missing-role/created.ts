// file: db/migrations/001_init.sql
CREATE TABLE users (id serial PRIMARY KEY, token text, email text, role text NOT NULL DEFAULT 'customer');
CREATE TABLE accounts (id serial PRIMARY KEY, owner int);
// file: src/hono.ts
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { Pool } from "pg";

const pool = new Pool();
export const hono = new Hono();
const requireUser = createMiddleware(async (c, next) => {
  const found = await pool.query("SELECT id, role FROM users WHERE token = $1", [c.req.header("authorization")]);
  if (!found.rows[0]) return c.json({ error: "Please log in" }, 401);
  c.set("user", found.rows[0]);
  await next();
});

hono.get("/admin/hono/accounts", requireUser, async (c) => { // expect: missing-role
  const found = await pool.query("SELECT id, owner FROM accounts");
  return c.json(found.rows);
});
// file: src/koa.ts
import Router from "@koa/router";
import Koa, { type Context, type Next } from "koa";
import { Pool } from "pg";

const pool = new Pool();
const koa = new Koa();
const router = new Router();
async function requireUser(ctx: Context, next: Next) {
  const found = await pool.query("SELECT id, role FROM users WHERE token = $1", [ctx.get("authorization")]);
  if (!found.rows[0]) ctx.throw(401);
  ctx.state.user = found.rows[0];
  await next();
}

router.get("/admin/koa/accounts", requireUser, async (ctx) => { // expect: missing-role
  const found = await pool.query("SELECT id, owner FROM accounts");
  ctx.body = found.rows;
});
koa.use(router.routes());
// file: src/fastify.ts
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { Pool } from "pg";

const pool = new Pool();
const fastify = Fastify();
async function requireUser(request: FastifyRequest & { user?: unknown }, reply: FastifyReply) {
  const found = await pool.query("SELECT id, role FROM users WHERE token = $1", [request.headers.authorization]);
  if (!found.rows[0]) return reply.code(401).send();
  request.user = found.rows[0];
}

fastify.get("/admin/fastify/accounts", { preHandler: requireUser }, async () => { // expect: missing-role
  const found = await pool.query("SELECT id, owner FROM accounts");
  return found.rows;
});
// file: src/nest.ts
import { type CanActivate, Controller, type ExecutionContext, Get, Injectable, UnauthorizedException, UseGuards } from "@nestjs/common";
import { Pool } from "pg";

const pool = new Pool();

@Injectable()
class UserGuard implements CanActivate {
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const found = await pool.query("SELECT id, role FROM users WHERE token = $1", [request.headers.authorization]);
    if (!found.rows[0]) throw new UnauthorizedException();
    request.user = found.rows[0];
    return true;
  }
}

@Controller("admin/nest")
@UseGuards(UserGuard)
export class AccountsController {
  @Get("accounts")
  async list() { // expect: missing-role
    const found = await pool.query("SELECT id, owner FROM accounts");
    return found.rows;
  }
}
