// https://github.com/sergiodxa/remix-auth/tree/v3.7.0#usage
// file: package.json
{ "name": "r", "dependencies": { "@remix-run/node": "2", "remix-auth": "3" } }
// file: app/services/auth.server.ts
import { createCookieSessionStorage } from "@remix-run/node";
import { Authenticator } from "remix-auth";

export const authenticator = new Authenticator(createCookieSessionStorage({ cookie: { name: "_session" } }));
// file: app/services/visits.server.ts
import { withZod } from "@remix-validated-form/with-zod";
import { Pool } from "pg";
import { z } from "zod";
import { authenticator } from "./auth.server";

const pool = new Pool();
const validator = withZod(z.object({ visit: z.string() }));

export async function cancel(request: Request) {
  await authenticator.isAuthenticated(request, { failureRedirect: "/login" }); // guard: authentication authenticator.isAuthenticated
  const { data, error } = await validator.validate(await request.formData()); // guard: validation validator.validate
  if (error) throw new Response("", { status: 422 }); // guard: validation cancel
  await pool.query("DELETE FROM appointments WHERE id = $1", [data.visit]); // effect: write postgres appointments, delete
}
export async function wipe(request: Request) {
  const { data, error } = await validator.validate(await request.formData()); // guard: validation validator.validate
  if (error) throw new Response("", { status: 422 }); // guard: validation wipe
  await pool.query("DELETE FROM appointments WHERE room = $1", [data.visit]); // effect: write postgres appointments, delete
}
export async function look(request: Request) {
  const user = await authenticator.isAuthenticated(request); // guard: authentication authenticator.isAuthenticated
  if (!user) throw new Response("", { status: 401 }); // guard: authentication look
  await pool.query("DELETE FROM drafts WHERE author = $1", [user.id]); // effect: write postgres drafts, delete
}
// file: app/routes/visits.cancel.tsx
import { cancel } from "~/services/visits.server";

export const action = ({ request }: { request: Request }) => cancel(request);
// file: app/routes/drafts.clear.tsx
import { look } from "~/services/visits.server";

export const action = ({ request }: { request: Request }) => look(request);
// file: app/routes/visits.wipe.tsx
import { wipe } from "~/services/visits.server";

// What is sent is well formed, whoever sends it.
export const action = ({ request }: { request: Request }) => wipe(request); // expect: missing-authentication
// file: tsconfig.json
{ "compilerOptions": { "paths": { "~/*": ["./app/*"] } } }
