// https://trpc.io/docs/v9/data-transformers
import * as trpc from "@trpc/server";
import superjson from "superjson";

const posts = trpc.router().query("all", { resolve: async () => [] }); // entry: QUERY post.all
export const appRouter = trpc.router().transformer(superjson).merge("post.", posts);
