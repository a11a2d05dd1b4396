// file: convex/notes.ts
import { v } from "convex/values";
import { getAuthUserId } from "@convex-dev/auth/server";
import { internalMutation, mutation } from "./_generated/server";

export const rename = mutation({
  args: { id: v.id("notes"), name: v.string() },
  handler: async (ctx, { id, name }) => { // expect: missing-authentication
    await ctx.db.patch(id, { name });
  },
});

export const archive = mutation({
  args: { id: v.id("notes") },
  handler: async (ctx, { id }) => {
    const user = await getAuthUserId(ctx);
    if (user === null) throw new Error("sign in"); // silent: asks who is calling
    const note = await ctx.db.get(id);
    if (note?.owner !== user) throw new Error("not yours");
    await ctx.db.patch(id, { archived: true });
  },
});

export const clear = internalMutation({
  args: { id: v.id("notes") },
  handler: async (ctx, { id }) => {
    await ctx.db.delete(id); // silent: nobody outside can call it
  },
});
