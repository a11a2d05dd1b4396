// file: src/pages/api/data.json.ts
import type { APIRoute } from 'astro';
export const GET: APIRoute = ({ params, request }) => new Response('x'); // entry: GET /api/data.json
// file: src/pages/api/[id].ts
export const ALL = () => new Response(); // entry: ALL /api/:id
export async function POST({ request }) { return new Response(); } // entry: POST /api/:id
// file: src/pages/[...path].js
export const DELETE = () => new Response(); // entry: DELETE /:path*
// file: src/pages/rss.xml.js
export async function GET(context) { return rss({}) } // entry: GET /rss.xml
// file: src/actions/index.ts
import { defineAction } from 'astro:actions';
export const server = { getGreeting: defineAction({ handler: async (input) => 'x' }), user: { create: defineAction({ accept: 'form', handler: async () => 1 }) } }; // entry: action getGreeting // entry: action user.create
// file: src/pages/_hidden.ts
export const GET = () => new Response();
