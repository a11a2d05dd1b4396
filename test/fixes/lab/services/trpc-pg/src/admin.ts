import { z } from "zod";
import { adminProcedure, protectedProcedure, router } from "./trpc.ts";

export const admin = router({
  users: adminProcedure.query(async ({ ctx }) => {
    const found = await ctx.pool.query("SELECT id, email FROM users ORDER BY id");
    return found.rows;
  }),
  me: protectedProcedure.query(({ ctx }) => ctx.user),
  removeUser: protectedProcedure.input(z.object({ id: z.number() })).mutation(async ({ ctx, input }) => {
    const gone = await ctx.pool.query("DELETE FROM users WHERE id = $1", [input.id]);
    return { deleted: gone.rowCount };
  }),
});
