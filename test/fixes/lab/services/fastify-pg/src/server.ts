import Fastify from "fastify";
import { admin } from "./admin.ts";
import { migrate } from "./db.ts";
import { orders } from "./orders.ts";
import { startWorker } from "./queue.ts";
import { reports } from "./reports.ts";
import { users } from "./users.ts";
import { parcels, webhooks } from "./webhooks.ts";

await migrate();
startWorker();

const app = Fastify();
app.setErrorHandler((error, _request, reply) => {
  console.error(error);
  return reply.code(500).send({ error: "Internal" });
});
app.register(webhooks);
app.register(parcels);
app.register(orders);
app.register(admin);
app.register(reports);
app.register(users);

await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
if (typeof address === "object") console.log(`port ${address?.port}`);
