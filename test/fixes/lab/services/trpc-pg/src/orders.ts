import { z } from "zod";
import { protectedProcedure, router } from "./trpc.ts";

export const orders = router({
  list: protectedProcedure.query(async ({ ctx }) => {
    const found = await ctx.pool.query("SELECT id, cents FROM orders WHERE user_id = $1", [ctx.user.id]);
    return found.rows;
  }),
  create: protectedProcedure.input(z.object({ cents: z.number() })).mutation(async ({ ctx, input }) => {
    const made = await ctx.pool.query("INSERT INTO orders (user_id, cents) VALUES ($1, $2) RETURNING cents, status", [
      ctx.user.id,
      input.cents,
    ]);
    return made.rows[0] as { cents: number; status: string };
  }),
});
