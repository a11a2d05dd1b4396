import Router from "@koa/router";
import { knex } from "./db.ts";

export const users = new Router();

users.post("/users", async (ctx) => {
  const { email, role } = ctx.request.body as { email: string; role?: string };
  const [created] = await knex("users")
    .insert({ email, role: role ?? "customer" })
    .returning(["email", "role"]);
  ctx.status = 201;
  ctx.body = created;
});
