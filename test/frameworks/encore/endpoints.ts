// file: orders/encore.service.ts
import { Service } from "encore.dev/service";
export default new Service("shop");

// file: orders/orders.ts
import { api } from "encore.dev/api";
import { CronJob } from "encore.dev/cron";
import { Subscription, Topic } from "encore.dev/pubsub";

export const create = api({ expose: true, auth: true, method: "POST", path: "/orders" }, async (order: { sku: string }) => order); // entry: POST /orders // guard: authentication auth
export const get = api({ expose: true, method: ["GET", "HEAD"], path: "/orders/:id" }, async ({ id }: { id: string }) => ({ id })); // entry: GET /orders/:id // entry: HEAD /orders/:id
export const ping = api({ expose: true }, async () => ({ ok: true })); // entry: POST /shop.ping
export const inner = api({}, async () => ({})); // entry: CALL shop.inner
export const hook = api.raw({ expose: true, path: "/hook", method: "*" }, async (request, response) => response.end()); // entry: ALL /hook
export const feed = api.streamOut({ expose: true, path: "/feed" }, async (stream) => {}); // entry: socket /feed

export const placed = new Topic<{ id: string }>("order-placed", { deliveryGuarantee: "at-least-once" });
new Subscription(placed, "send-receipt", { handler: async (order) => {} }); // entry: queue order-placed
new CronJob("clean", { every: "2h", endpoint: inner }); // entry: schedule 2h
