// file: netlify/functions/orders.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default async (request: Request) => { // entry: POST /api/orders
  await prisma.order.create({ data: await request.json() }); // effect: write database order, insert
  return new Response("ok");
};
export const config = { path: "/api/orders", method: "POST" };
// file: netlify/functions/nightly.ts
export default async () => undefined; // entry: schedule @daily
export const config = { schedule: "@daily" };
// file: netlify/functions/old/old.ts
export const handler = async (event) => ({ statusCode: 200, body: event.body }); // entry: ALL /.netlify/functions/old
