// file: deno.ts
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

Deno.serve({ port: 8000 }, async (request) => { // entry: POST /*
  if (request.method === "POST") {
    await prisma.order.create({ data: await request.json() }); // effect: write database order, insert
    return new Response("made", { status: 201 });
  }
  return new Response("no", { status: 404 });
});
Deno.cron("nightly", "0 5 * * *", async () => { // entry: schedule 0 5 * * *
  await prisma.report.create({ data: {} }); // effect: write database report, insert
});
// file: bun.ts
Bun.serve({ // entry: ALL /health // entry: DELETE /orders/:id // entry: GET /orders/:id
  routes: {
    "/orders/:id": { GET: (request) => Response.json({ id: request.params.id }), DELETE: () => new Response(null) },
    "/health": () => new Response("ok"),
  },
  fetch: () => new Response("no", { status: 404 }), // entry: ALL /*
});
