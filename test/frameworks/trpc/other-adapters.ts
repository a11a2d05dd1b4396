// Contexts that other servers' adapters are given. https://github.com/honojs/middleware/tree/main/packages/trpc-server · https://github.com/BlairCurrey/trpc-koa-adapter

// file: hono/package.json
{ "name": "with-hono" }
// file: hono/app.ts
import { trpcServer } from "@hono/trpc-server";
import { PrismaClient } from "@prisma/client";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
const t = initTRPC.context<any>().create();
const router = t.router({
  orders: t.procedure.query(({ ctx }) => ctx.db.order.findMany()), // entry: QUERY orders // effect: read database order
});
const app = new Hono();
app.use("/trpc/*", trpcServer({ router, createContext: () => ({ db: new PrismaClient() }) }));
export default app;
// file: koa/package.json
{ "name": "with-koa" }
// file: koa/app.ts
import { PrismaClient } from "@prisma/client";
import { initTRPC } from "@trpc/server";
import Koa from "koa";
import { createKoaMiddleware } from "trpc-koa-adapter";
const t = initTRPC.context<any>().create();
const router = t.router({
  bills: t.procedure.query(({ ctx }) => ctx.db.bill.findMany()), // entry: QUERY bills // effect: read database bill
});
const app = new Koa();
app.use(createKoaMiddleware({ router, createContext: async () => ({ db: new PrismaClient() }), prefix: "/trpc" }));
app.listen(3000);
