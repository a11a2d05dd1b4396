// The context that the Fastify adapter is given. https://trpc.io/docs/server/adapters/fastify

// file: src/services.ts
import { PrismaClient } from "@prisma/client";
export function clients() {
  return { prisma: new PrismaClient() };
}
function orderService() {
  return {
    async list(handle, id: string) {
      return await handle.order.findMany({ where: { id } }); // effect: read database order
    },
  };
}
export async function createServices(given: ReturnType<typeof clients>) {
  const orders = orderService();
  return { orders, prisma: given.prisma };
}
// file: src/trpc.ts
import { initTRPC } from "@trpc/server";
import type { createServices } from "./services";
export const createContext = async (caller: string | null, services: Awaited<ReturnType<typeof createServices>>) => {
  const context = { ...services, caller, guard };
  async function guard(right: (context: unknown) => boolean) {
    if (!right(context)) throw new Error("not allowed");
  }
  return context;
};
export const t = initTRPC.context<Awaited<ReturnType<typeof createContext>>>().create();
export function withTransaction() {
  const handler = async ({ ctx, next }) =>
    await ctx.prisma.$transaction(async (handle) => await next({ ctx: Object.assign(ctx, { handle }) }));
  return handler;
}
// file: src/router.ts
import { t, withTransaction } from "./trpc";
export const appRouter = t.router({
  orders: t.procedure.use(withTransaction()).query(({ ctx, input }) => ctx.orders.list(ctx.handle, input.id)), // entry: QUERY orders
});
// file: src/server.ts
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import fastify from "fastify";
import { appRouter } from "./router";
import { clients, createServices } from "./services";
import { createContext } from "./trpc";
const given = clients();
const services = await createServices(given);
export async function createFastifyContext({ req }) {
  const bearer = req.headers.authorization;
  if (bearer !== undefined) return createContext(bearer.slice(7), services);
  return createContext(null, services);
}
const server = fastify();
server.register(fastifyTRPCPlugin, { prefix: "/api/trpc", trpcOptions: { router: appRouter, createContext: createFastifyContext } });
await server.listen({ port: 4444 });
