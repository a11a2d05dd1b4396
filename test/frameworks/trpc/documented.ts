// file: src/trpc.ts
import { initTRPC, TRPCError } from '@trpc/server';
const t = initTRPC.context<any>().create();
export const router = t.router; export const publicProcedure = t.procedure; export const mergeRouters = t.mergeRouters; export const createCallerFactory = t.createCallerFactory;
export const authed = t.procedure.use(async ({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next({ ctx: { user: ctx.user } }); });
// file: src/user.ts
import { router, publicProcedure, authed } from './trpc';
import { z } from 'zod';
export const userRouter = router({
  list: publicProcedure.query(async () => []), // entry: QUERY user.list
  byId: publicProcedure.input(z.string()).query((opts) => opts.input), // entry: QUERY user.byId
  create: authed.input(z.object({})).mutation(async ({ input }) => input), // entry: MUTATION user.create
  onAdd: publicProcedure.subscription(() => null), // entry: SUBSCRIPTION user.onAdd
  nested: { deep: publicProcedure.query(() => 1) }, // entry: QUERY user.nested.deep
});
// file: src/post.ts
import { router, publicProcedure } from './trpc';
export const postRouter = router({ all: publicProcedure.query(() => []) }); // entry: QUERY post.all
export const listPosts = publicProcedure.query(() => []); // entry: QUERY health
// file: src/app.ts
import { router, mergeRouters, createCallerFactory } from './trpc';
import { userRouter } from './user';
import { postRouter, listPosts } from './post';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { lazy } from '@trpc/server';
const health = router({ health: listPosts });
export const appRouter = mergeRouters(router({ user: userRouter, post: postRouter, lazy: lazy(() => import('./lazy')) }), health);
export const createCaller = createCallerFactory(appRouter);
createHTTPServer({ router: appRouter });
// file: src/lazy.ts
import { router, publicProcedure } from './trpc';
export const lazyRouter = router({ z: publicProcedure.query(() => 1) }); // entry: QUERY lazy.z
