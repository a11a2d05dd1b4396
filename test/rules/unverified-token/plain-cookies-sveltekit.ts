// file: package.json
{ "devDependencies": { "@sveltejs/kit": "2.0.0" } }

// file: tsconfig.json
{ "extends": "./.svelte-kit/tsconfig.json" }

// file: src/lib/db.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();

// file: src/hooks.server.ts
import * as Sentry from "@sentry/sveltekit";
import { sequence } from "@sveltejs/kit/hooks";
const login = async ({ event, resolve }) => {
  const raw = event.cookies.get("account");
  event.locals.user = raw ? JSON.parse(raw) : null;
  return resolve(event);
};
export const handle = sequence(Sentry.sentryHandle(), login);

// file: src/routes/api/bookings/+server.ts
import { error, json } from "@sveltejs/kit";
import { prisma } from "$lib/db";
export const GET = async ({ locals }) => {
  if (!locals.user) throw error(401); // expect: unverified-token
  return json(await prisma.booking.findMany({ where: { userId: locals.user.id } }));
};
export const POST = async ({ cookies }) => {
  const { phone } = JSON.parse(cookies.get("client") ?? "{}");
  if (!phone) throw error(401); // expect: unverified-token
  return json(await prisma.booking.findMany({ where: { contact: phone } }));
};

// file: src/routes/api/theme/+server.ts
import { json } from "@sveltejs/kit";
import { prisma } from "$lib/db";
export const GET = async ({ cookies }) =>
  json(await prisma.theme.findUnique({ where: { id: cookies.get("theme_id") } })); // silent: names nobody

// file: src/app.ts
import { PrismaClient } from "@prisma/client";
import { Hono } from "hono";
import { getCookie, getSignedCookie } from "hono/cookie";
const prisma = new PrismaClient();
const app = new Hono();
app.get("/orders", async (c) => {
  const id = getCookie(c, "uid");
  if (!id) return c.json({}, 401); // expect: unverified-token
  return c.json(await prisma.order.findMany({ where: { userId: id } }));
});
app.get("/signed", async (c) => {
  const id = await getSignedCookie(c, process.env["COOKIE_SECRET"] as string, "uid");
  if (!id) return c.json({}, 401);
  return c.json(await prisma.order.findMany({ where: { userId: id } })); // silent: signed
});
