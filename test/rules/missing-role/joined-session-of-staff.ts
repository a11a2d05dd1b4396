// file: wrangler.toml
name = "club"
pages_build_output_dir = "dist"
[[d1_databases]]
binding = "DB"

// file: functions/api/admin/events.ts
/** Only staff has sessions in this table. */
async function staffOf(request: Request, env: Env) {
  const token = request.headers.get("Authorization");
  if (!token) return null;
  return env.DB.prepare("SELECT s.*, u.* FROM office_sessions s JOIN admin_users u ON u.id = s.user_id WHERE s.token = ?")
    .bind(token)
    .first();
}

export const onRequestPost = async ({ request, env }) => {
  const person = await staffOf(request, env);
  if (!person) return new Response("Unauthorized", { status: 401 });
  const { title } = await request.json();
  await env.DB.prepare("INSERT INTO events (title) VALUES (?)").bind(title).run(); // silent: who has a session there is staff
  return new Response("ok");
};

// file: functions/api/admin/notes.ts
async function memberOf(request: Request, env: Env) {
  const token = request.headers.get("Authorization");
  if (!token) return null;
  return env.DB.prepare("SELECT s.*, m.* FROM sessions s JOIN members m ON m.id = s.member_id WHERE s.token = ?").bind(token).first();
}

export const onRequestPost = async ({ request, env }) => { // expect: missing-role
  const person = await memberOf(request, env);
  if (!person) return new Response("Unauthorized", { status: 401 });
  const { text } = await request.json();
  await env.DB.prepare("INSERT INTO notes (text) VALUES (?)").bind(text).run();
  return new Response("ok");
};
