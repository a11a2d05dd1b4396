// A hook that decides by the address, written with the base that SvelteKit knows.

// file: src/hooks.server.ts
import { base } from "$app/paths";
import type { Handle } from "@sveltejs/kit";
export const handle: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith(`${base}/admin/`) && event.request.headers.get("authorization") !== process.env.ADMIN_KEY) { // guard: authentication handle
    return new Response(null, { status: 401 });
  }
  return resolve(event);
};
// file: src/routes/admin/bees/+server.ts
export const DELETE = async () => new Response(null, { status: 204 }); // entry: DELETE /admin/bees
// file: src/routes/bees/+server.ts
export const GET = async () => new Response("[]"); // entry: GET /bees
