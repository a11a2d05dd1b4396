// file: functions/api/todos/[id].ts
export async function onRequestGet(context) { return new Response('x'); } // entry: GET /api/todos/:id
export const onRequestPost: PagesFunction = async ({ request }) => new Response('x'); // entry: POST /api/todos/:id
// file: functions/hello.js
export function onRequest(context) { return new Response('x'); } // entry: ALL /hello
// file: functions/files/[[path]].js
export function onRequestDelete(context) { return new Response('x'); } // entry: DELETE /files/:path*
// file: functions/_middleware.js
export async function onRequest(context) { return context.next(); }
// file: wrangler.toml
name = "p"
pages_build_output_dir = "dist"
