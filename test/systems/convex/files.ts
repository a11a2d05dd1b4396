// https://docs.convex.dev/file-storage/delete-files
// file: convex/charts.ts
import { v } from "convex/values";
import { mutation, query } from "./_generated/server";

export const remove = mutation({
  args: { chart: v.id("_storage"), row: v.id("charts") },
  handler: async (ctx, args) => {
    await ctx.storage.delete(args.chart); // effect: write convex, delete
    await ctx.db.delete("charts", args.row); // effect: write convex charts, delete
  },
});

export const shown = query({
  args: { chart: v.id("_storage") },
  handler: async (ctx, args) => {
    return await ctx.storage.getUrl(args.chart); // effect: read convex
  },
});
