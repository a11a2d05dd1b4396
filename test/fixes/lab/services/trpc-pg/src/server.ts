import { createHTTPServer } from "@trpc/server/adapters/standalone";
import { admin } from "./admin.ts";
import { migrate } from "./db.ts";
import { orders } from "./orders.ts";
import { createContext, router } from "./trpc.ts";

await migrate();

export const appRouter = router({ orders, admin });

const server = createHTTPServer({ router: appRouter, createContext });
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object") console.log(`port ${address?.port}`);
});
