// file: routes/api/joke.ts
import { FreshContext } from "$fresh/server.ts";
export const handler = (req: Request, ctx: FreshContext): Response => new Response("x"); // entry: ALL /api/joke

// file: routes/orders/[id].tsx
import { Handlers } from "$fresh/server.ts";
export const handler: Handlers = {
  async GET(req, ctx) { // entry: GET /orders/:id
    return ctx.render();
  },
  async POST(req, ctx) { // entry: POST /orders/:id
    return new Response(await req.text());
  },
};

// file: routes/_middleware.ts
import { FreshContext } from "$fresh/server.ts";
export async function handler(req: Request, ctx: FreshContext) {
  return await ctx.next();
}

// file: main.ts
import { App } from "fresh";
export const app = new App();
app.get("/health", () => new Response("ok")); // entry: GET /health
app.post("/items/:id", (ctx) => new Response(ctx.params.id)); // entry: POST /items/:id
