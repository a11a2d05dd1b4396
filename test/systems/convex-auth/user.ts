// https://labs.convex.dev/auth/authz
// file: convex/charts.ts
import { getAuthUserId } from "@convex-dev/auth/server";
import { v } from "convex/values";
import { mutation } from "./_generated/server";

export const add = mutation({
  args: { title: v.string() },
  handler: async (ctx, args) => { // guard: validation args
    const by = await getAuthUserId(ctx); // guard: authentication getAuthUserId
    if (by === null) throw new Error("sign in"); // guard: authentication inline check
    await ctx.db.insert("charts", { title: args.title, by }); // effect: write convex charts, insert
  },
});
