import * as trpc from "@trpc/server";

const orders = trpc
  .router()
  .query("list", { resolve: () => [] }) // entry: QUERY orders.list
  .mutation("create", { // entry: MUTATION orders.create
    resolve: ({ input }) => input,
  });

export const appRouter = trpc.router().merge("orders.", orders);
