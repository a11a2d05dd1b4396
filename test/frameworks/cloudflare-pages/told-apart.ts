// file: wrangler.toml
[[d1_databases]]
binding = "DB"
database_name = "club"
// file: functions/api/passes/index.ts
interface Env {
  DB: D1Database;
}
export const onRequest: PagesFunction<Env> = async (context) => { // entry: GET /api/passes // entry: POST /api/passes
  const { request, env } = context;
  if (request.method === "GET") return list(env);
  if (request.method === "POST") return add(request, env);
  return new Response("no", { status: 405 });
};
async function list(env: Env) {
  const { results } = await env.DB.prepare("SELECT * FROM passes").all(); // effect: read cloudflare-d1 passes, from GET /api/passes
  return Response.json(results);
}
async function add(request: Request, env: Env) {
  const { guest } = await request.json();
  await env.DB.prepare("INSERT INTO passes (guest) VALUES (?)").bind(guest).run(); // effect: write cloudflare-d1 passes, insert, from POST /api/passes
  return Response.json({});
}
// file: functions/api/health.ts
export const onRequest = () => new Response("ok"); // entry: ALL /api/health
// file: functions/api/notes.ts
export const onRequest: PagesFunction<Env> = async ({ request, env }) => { // entry: POST /api/notes // entry: GET /api/notes
  if (request.method === "POST") {
    const { text } = await request.json();
    await env.DB.prepare("INSERT INTO notes (text) VALUES (?)").bind(text).run(); // effect: write cloudflare-d1 notes, insert, from POST /api/notes
    return Response.json({});
  }
  const { results } = await env.DB.prepare("SELECT * FROM notes").all(); // effect: read cloudflare-d1 notes, from GET /api/notes
  return Response.json(results);
};
