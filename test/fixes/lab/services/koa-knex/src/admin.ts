import Router from "@koa/router";
import { requireRole, requireUser } from "./auth.ts";
import { knex } from "./db.ts";

export const admin = new Router({ prefix: "/admin" });

admin.get("/users", requireUser, requireRole("admin"), async (ctx) => {
  ctx.body = await knex("users").select("id", "email").orderBy("id");
});

admin.delete("/users/:id", requireUser, async (ctx) => {
  ctx.body = { deleted: await knex("users").where({ id: ctx.params.id }).delete() };
});

// Everything anybody ever bought.
admin.get("/reports/sales", async (ctx) => {
  ctx.body = await knex("orders").select("user_id").sum("cents").groupBy("user_id").orderBy("user_id");
});

admin.get("/reports/customers", async (ctx) => {
  ctx.body = await knex("users").select("email").where({ role: "customer" }).orderBy("id");
});
