// file: convex/orders.ts
import { v } from "convex/values";
import { internal } from "./_generated/api";
import { action, internalMutation, mutation, query } from "./_generated/server";
import { signedIn } from "./builders";

export const list = query({ // entry: QUERY orders.list
  args: { customer: v.id("customers") },
  handler: async (ctx, args) => { // guard: validation args
    return ctx.db // effect: read convex orders
      .query("orders")
      .withIndex("by_customer", (q) => q.eq("customer", args.customer))
      .collect();
  },
});

export const place = mutation({ // entry: MUTATION orders.place
  args: { item: v.string() },
  handler: async (ctx, args) => { // guard: validation args
    const who = await ctx.auth.getUserIdentity();
    if (!who) throw new Error("sign in"); // guard: authentication inline check
    const id = await ctx.db.insert("orders", { item: args.item, by: who.subject }); // effect: write convex orders
    await ctx.db.patch(id, { state: "placed" }); // effect: write convex orders
    await ctx.scheduler.runAfter(0, internal.orders.ship, { id }); // effect: publish convex-scheduler orders.ship, publish, unsafe
  },
});

export const ship = internalMutation({ // entry: event orders.ship
  args: { id: v.id("orders") },
  handler: async (ctx, args) => { // guard: validation args
    await ctx.db.patch("orders", args.id, { state: "shipped" }); // effect: write convex orders
  },
});

export const shipNow = action({ // entry: ACTION orders.shipNow
  args: { id: v.id("orders") },
  handler: async (ctx, args) => { // guard: validation args
    await ctx.runMutation(internal.orders.ship, { id: args.id });
  },
});

export const remove = signedIn({ // entry: MUTATION orders.remove
  args: { id: v.id("orders") },
  handler: async (ctx, args) => { // guard: validation args
    await ctx.db.delete(args.id); // effect: write convex
  },
});

// file: convex/builders.ts
import { customCtx, customMutation } from "convex-helpers/server/customFunctions";
import { mutation, type MutationCtx } from "./_generated/server";

async function callerOf(ctx: MutationCtx) {
  const who = await ctx.auth.getUserIdentity();
  if (!who) throw new Error("sign in"); // guard: authentication handler
  return who;
}

export const signedIn = customMutation(mutation, customCtx(async (ctx) => ({ caller: await callerOf(ctx) })));

// file: convex/crons.ts
import { cronJobs } from "convex/server";
import { internal } from "./_generated/api";

const crons = cronJobs();
crons.daily("ship what is left", { hourUTC: 4, minuteUTC: 0 }, internal.orders.ship); // entry: schedule daily ship what is left
crons.cron("by words", "0 4 * * *", internal.orders.ship); // entry: schedule 0 4 * * *
export default crons;

// file: convex/http.ts
import { httpRouter } from "convex/server";
import { internal } from "./_generated/api";
import { httpAction } from "./_generated/server";

const http = httpRouter();
http.route({ path: "/paid", method: "POST", handler: httpAction(async (ctx, request) => { // entry: POST /paid
  const body = await request.json();
  await ctx.runMutation(internal.orders.ship, { id: body.id });
  return new Response("ok");
}) });
export default http;

// file: convex/_generated/server.js
import { actionGeneric, mutationGeneric } from "convex/server";
export const action = actionGeneric;
export const mutation = mutationGeneric;
