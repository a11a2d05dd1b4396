import type { Context, Next } from "koa";
import { knex } from "./db.ts";

export async function requireUser(ctx: Context, next: Next) {
  const user = await knex("users")
    .where({ id: Number(ctx.get("x-user") || 0) })
    .first("id", "role");
  if (!user) ctx.throw(401, "Please log in");
  ctx.state.user = user;
  await next();
}

export function requireRole(role: string) {
  return async (ctx: Context, next: Next) => {
    if (ctx.state.user.role !== role) ctx.throw(403, "Not allowed");
    await next();
  };
}
