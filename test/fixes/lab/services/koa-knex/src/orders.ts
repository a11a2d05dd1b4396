import Router from "@koa/router";
import { requireUser } from "./auth.ts";
import { knex } from "./db.ts";
import { receipts } from "./queue.ts";
import { stripe } from "./stripe.ts";

export const orders = new Router();

orders.get("/orders", requireUser, async (ctx) => {
  ctx.body = await knex("orders").where({ user_id: ctx.state.user.id }).select("id", "cents");
});

orders.get("/orders/:id", requireUser, async (ctx) => {
  const order = await knex("orders").where({ id: ctx.params.id }).first("id", "cents", "status");
  if (!order) ctx.throw(404, "No such order");
  ctx.body = order;
});

orders.post("/orders", requireUser, async (ctx) => {
  const { cents } = ctx.request.body as { cents: number };
  const [order] = await knex("orders").insert({ user_id: ctx.state.user.id, cents }).returning(["cents", "status"]);
  ctx.status = 201;
  ctx.body = order;
});

orders.post("/orders/:id/pay", requireUser, async (ctx) => {
  const order = await knex("orders").where({ id: ctx.params.id, user_id: ctx.state.user.id }).first();
  if (!order) ctx.throw(404, "No such order");

  const payment = await stripe.paymentIntents.create({ amount: order.cents, currency: "eur" });
  ctx.body = { status: payment.status };
});

orders.post("/donations", requireUser, async (ctx) => {
  const { cents } = ctx.request.body as { cents: number };
  const payment = await stripe.paymentIntents.create({ amount: cents, currency: "eur" });
  ctx.body = { status: payment.status };
});

orders.post("/orders/:id/receipt", requireUser, async (ctx) => {
  await receipts.add("receipt", { orderId: Number(ctx.params.id) });
  ctx.status = 202;
});

orders.post("/orders/:id/close", requireUser, async (ctx) => {
  const { receipt } = ctx.request.body as { receipt: number | null };
  await knex("orders").where({ id: ctx.params.id }).update({ status: "closed" });
  await knex("receipts").insert({ order_id: receipt });
  ctx.body = { closed: Number(ctx.params.id) };
});

orders.post("/points/spend", requireUser, async (ctx) => {
  const { points } = ctx.request.body as { points: number };
  const user = await knex("users").where({ id: ctx.state.user.id }).first();
  await knex("users")
    .where({ id: user.id })
    .update({ points: user.points - points });
  ctx.status = 204;
});

orders.post("/orders/:id/favourite", requireUser, async (ctx) => {
  const user_id = ctx.state.user.id;
  const order_id = Number(ctx.params.id);
  const known = await knex("favourites").where({ user_id, order_id }).first();
  if (!known) await knex("favourites").insert({ user_id, order_id });
  ctx.body = { favourite: true };
});

orders.post("/reviews", requireUser, async (ctx) => {
  const { text, stars } = ctx.request.body as { text: string; stars: number };
  await knex("reviews").insert({ user_id: ctx.state.user.id, text, stars });
  ctx.status = 201;
  ctx.body = { stored: true };
});

orders.post("/orders/:id/bill", requireUser, async (ctx) => {
  const id = Number(ctx.params.id);
  const { lost } = ctx.request.body as { lost: boolean };
  await knex("orders").where({ id, user_id: ctx.state.user.id }).update({ status: "billed" });
  await receipts.add("receipt", { orderId: id, lost });
  ctx.body = { billed: id };
});
