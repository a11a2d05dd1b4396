// https://trpc.io/docs/server/routers · https://trpc.io/docs/server/merging-routers

// file: src/trpc.ts
import { initTRPC, TRPCError, experimental_standaloneMiddleware } from '@trpc/server';
import superjson from 'superjson';
const t = initTRPC.context<{ user?: { id: string } }>().meta<{ auth: boolean }>().create({ transformer: superjson });
export const { router, procedure, middleware, mergeRouters } = t;
export const baseProcedure = t.procedure;
export const createTRPCRouter = t.router;
// file: src/router.ts
import { router, procedure, baseProcedure, createTRPCRouter, mergeRouters } from './trpc';
import { tracked, lazy } from '@trpc/server';
import { z } from 'zod';
import { observable } from '@trpc/server/observable';
import * as users from './users';
const a = router({
  greeting: procedure.query(() => 'hello tRPC v11!'), // entry: QUERY greeting
  create: procedure.input(z.object({ title: z.string() })).output(z.string()).meta({ auth: true }).mutation(async (opts) => opts.input.title), // entry: MUTATION create
  sub: procedure.input(z.object({ lastEventId: z.string() }).optional()).subscription(async function* (opts) { yield tracked('1', 1); }), // entry: SUBSCRIPTION sub
  file: procedure.input(z.instanceof(FormData)).mutation(({ input }) => { input.get('x'); }), // entry: MUTATION file
});
const b = createTRPCRouter({ nested: { proc: baseProcedure.query(() => 1), deep: { p2: baseProcedure.mutation(() => 1) } }, ext: users.usersRouter }); // entry: QUERY b.nested.proc // entry: MUTATION b.nested.deep.p2
const greetingRouter = lazy(() => import('./greeting'));
export const appRouter = router({ ...a._def.procedures, b, lz: lazy(() => import('./greeting').then((m) => m.greetingRouter)), greetingRouter });
// file: src/users.ts
import { router, procedure } from './trpc';
import { list } from './list';
export const usersRouter = router({ list, byId: procedure.input(String).query(({ input }) => input) }); // entry: QUERY b.ext.byId
// file: src/list.ts
import { procedure } from './trpc';
export const list = procedure.query(async () => []); // entry: QUERY b.ext.list
// file: src/greeting.ts
import { router, procedure } from './trpc';
export const greetingRouter = router({ hello: procedure.query(() => 'world') }); // entry: QUERY lz.hello // entry: QUERY greetingRouter.hello
