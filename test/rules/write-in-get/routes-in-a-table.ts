// One function serves several routes and looks up which one it is: what it does for others is no GET's.

// file: serverless.yml
service: shop
provider:
  name: aws
functions:
  api:
    handler: src/api.handler
    events:
      - httpApi: GET /orders
      - httpApi: GET /orders/wipe
      - httpApi: POST /orders/purge
// file: src/api.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const ROUTES = {
  "/orders": () => prisma.order.findMany(),
  "/orders/purge": () => prisma.order.updateMany({ data: { size: { increment: 1 } } }), // silent: only POST comes here
};

function wipe() {
  return prisma.customer.updateMany({ data: { visits: { increment: 1 }, seats: { increment: 1 } } }); // expect: write-in-get
}

export async function handler(event) {
  if (["/orders/wipe"].includes(event.rawPath)) return wipe();
  const run = ROUTES[event.rawPath];
  if (!run) return { statusCode: 404 };
  return { statusCode: 200, body: JSON.stringify(await run()) };
}
