import Router from "@koa/router";
import { knex } from "./db.ts";
import { stripe } from "./stripe.ts";

export const webhooks = new Router();

webhooks.post("/webhooks/stripe", async (ctx) => {
  const event = stripe.webhooks.constructEvent(
    String(ctx.request.rawBody),
    ctx.get("stripe-signature"),
    process.env.WEBHOOK_SECRET!,
  );
  if (event.type === "payment_intent.succeeded") {
    const { amount, metadata } = event.data.object;
    await knex("payments").insert({ order_id: metadata.order, cents: amount });
    const all = await knex("payments").count({ count: "*" }).first();
    if (metadata.fail === String(all?.count)) throw new Error("The first delivery fails");
    await knex("users").where({ id: metadata.user }).increment("points", amount);
  }
  ctx.body = { received: true };
});

webhooks.post("/hooks/shipping", async (ctx) => {
  if (ctx.get("x-hook-token") !== process.env.WEBHOOK_SECRET) ctx.throw(401);
  const { id, orderId } = ctx.request.body as { id: string; orderId: number };
  console.log("parcel", id);
  const order = await knex("orders").where({ id: orderId }).first();
  if (!order) ctx.throw(404);

  const [receipt] = await knex("receipts").insert({ order_id: orderId }).returning("order_id");
  ctx.body = { sent: receipt.order_id };
});
