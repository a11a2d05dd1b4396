import { Elysia } from "elysia";
import { jwtVerify } from "jose";
import { Pool } from "pg";

const pool = new Pool();
const key = new TextEncoder().encode(process.env.TOKEN_KEY);

async function callerOf(header: string | undefined) {
  if (!header) return null;
  const { payload } = await jwtVerify(header.slice(7), key);
  return payload;
}

function signedIn(context: { user?: unknown; set: { status: number } }) {
  if (!context.user) {
    context.set.status = 401;
    return { message: "sign in first" };
  }
}

function noteCaller(context: { user?: unknown; set: { status: number } }) {
  if (!context.user) console.warn("nobody");
}

const closed = new Elysia()
  .derive(async ({ headers }) => ({ user: await callerOf(headers.authorization) }))
  .onBeforeHandle(signedIn)
  .delete("/boards/:id", async ({ params }) => {
    await pool.query("DELETE FROM boards WHERE id = $1", [params.id]); // silent: what the hook returns is the answer
    return { ok: true };
  });

const open = new Elysia()
  .derive(async ({ headers }) => ({ user: await callerOf(headers.authorization) }))
  .onBeforeHandle(noteCaller)
  .delete("/cards/:id", async ({ params }) => { // expect: missing-authentication
    await pool.query("DELETE FROM cards WHERE id = $1", [params.id]);
    return { ok: true };
  });

new Elysia().use(closed).use(open).listen(3000);
