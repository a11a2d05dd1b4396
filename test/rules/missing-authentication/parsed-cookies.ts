// rules: all
// file: wrangler.toml
name = "club"
pages_build_output_dir = "dist"
[[d1_databases]]
binding = "DB"

// file: functions/_session.ts
export async function memberOf(request: Request, env: Env) {
  const header = request.headers.get("Cookie");
  if (!header) return null;
  const token = parseCookies(header)["session"];
  if (!token) return null;
  const row = await env.DB.prepare(
    "SELECT s.*, m.* FROM member_sessions s JOIN members m ON m.id = s.member_id WHERE s.token = ?",
  )
    .bind(token)
    .first();
  return row ? { id: row.id } : null;
}

/** The names of its fields are the caller's. */
function parseCookies(header: string) {
  const cookies: Record<string, string> = {};
  header.split(";").forEach((cookie) => {
    const [name, value] = cookie.trim().split("=");
    if (name && value) cookies[name] = decodeURIComponent(value);
  });
  return cookies;
}

// file: functions/api/dining.ts
import { memberOf } from "../_session";

function withHeaders(response: Response) {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  return new Response(response.body, { status: response.status, headers });
}

export const onRequest = async ({ request, env }) => {
  let response: Response;
  if (request.method === "POST") response = await reserve(request, env);
  else if (request.method === "PUT") response = await change(request, env);
  else response = new Response("Method not allowed", { status: 405 });
  return withHeaders(response);
};

async function reserve(request: Request, env: Env) {
  const member = await memberOf(request, env);
  // silent: missing-authentication: whoever calls this function hands its answer on
  if (!member) return new Response("Unauthorized", { status: 401 });
  const { day } = await request.json();
  if (typeof day !== "string") return new Response("Which day?", { status: 400 });
  await env.DB.prepare("INSERT INTO dining_reservations (member_id, day) VALUES (?, ?)").bind(member.id, day).run(); // expect: unguarded-create
  return new Response("ok");
}

async function change(request: Request, env: Env) {
  const member = await memberOf(request, env);
  if (!member) return new Response("Unauthorized", { status: 401 });
  const { id, day } = await request.json();
  if (typeof day !== "string") return new Response("Which day?", { status: 400 });
  const own = await env.DB.prepare("SELECT id FROM dining_reservations WHERE id = ? AND member_id = ?").bind(id, member.id).first();
  if (!own) return new Response("Not found", { status: 404 });
  await env.DB.prepare("UPDATE dining_reservations SET day = ? WHERE id = ?").bind(day, id).run(); // silent: it is the member's own
  return new Response("ok");
}
