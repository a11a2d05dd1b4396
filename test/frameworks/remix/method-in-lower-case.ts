// A handler that compares its method in the case that it likes, and treats several methods apart.
// file: package.json
{ "dependencies": { "@remix-run/node": "2.0.0", "@remix-run/react": "2.0.0", "@prisma/client": "5.0.0" } }
// file: app/routes/orders.tsx
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function action({ request }) { // entry: POST /orders
  if (request.method.toLowerCase() !== "post") throw new Response("not allowed", { status: 405 });
  return await prisma.order.create({ data: { total: 5 } }); // effect: write database order, insert
}
