// file: package.json
{ "name": "gliders", "dependencies": { "@solidjs/start": "1", "@solidjs/router": "0.15", "solid-js": "1.9" } }
// file: app.config.ts
import { defineConfig } from "@solidjs/start/config";
export default defineConfig({ middleware: "src/middleware.ts", server: { baseURL: "/gliders" } });
// file: src/middleware.ts
import { createMiddleware } from "@solidjs/start/middleware";
import { getSession } from "./session";
export default createMiddleware({
  onRequest: [
    async (event) => {
      const session = await getSession(event.request.headers.get("cookie"));
      if (new URL(event.request.url).pathname.startsWith("/gliders/api/flights") && !session) return new Response(null, { status: 401 }); // guard: authentication handler
    },
  ],
});
// file: src/session.ts
import jwt from "jsonwebtoken";
export const getSession = async (cookie: string | null) => (cookie ? jwt.decode(cookie) : undefined);
// file: src/routes/api/flights/[id].ts
import type { APIEvent } from "@solidjs/start/server";
export async function GET({ params }: APIEvent) { return Response.json({ id: params.id }); } // entry: GET /gliders/api/flights/:id
export const DELETE = async ({ params }: APIEvent) => new Response(params.id); // entry: DELETE /gliders/api/flights/:id
// file: src/routes/(public)/weather.ts
export const GET = () => Response.json({ wind: 3 }); // entry: GET /gliders/weather
// file: src/routes/files/[...path].ts
export const GET = ({ params }) => new Response(params.path); // entry: GET /gliders/files/:path*
// file: src/routes/index.tsx
export default function Home() { return <main />; }
// file: src/lib/data.ts
import { action, query } from "@solidjs/router";
export const flights = query(async () => { // entry: ACTION flights
  "use server";
  return [];
}, "flights");
export const book = action(async (form: FormData) => { // entry: ACTION book
  "use server";
  return form.get("seat");
});
// file: src/lib/server.ts
"use server";
import { isServer } from "solid-js/web";
export async function land(id: string) { return { id, isServer }; } // entry: ACTION land
