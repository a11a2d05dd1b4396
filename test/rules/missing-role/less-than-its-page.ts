// A page asks for a right, and the form on it is sent without.

// file: prisma/schema.prisma
model User {
  id       String @id
  password String
  role     String
}
model Benefit {
  id   String @id
  name String
}
// file: src/lib/server/session.ts
import { error } from "@sveltejs/kit";
import jwt from "jsonwebtoken";
import { prisma } from "./database";

export async function requireUser(cookies) {
  try {
    return jwt.verify(cookies.get("session"), process.env.JWT_SECRET!);
  } catch {
    throw error(401);
  }
}

export async function requireRole(cookies, role: string) {
  const { id } = await requireUser(cookies);
  const user = await prisma.user.findUnique({ where: { id } });
  if (user.role !== role) throw error(403);
  return user;
}
// file: src/lib/server/database.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();
// file: src/routes/benefits/new/+page.server.ts
import { prisma } from "../../../lib/server/database";
import { requireRole, requireUser } from "../../../lib/server/session";

export async function load({ cookies }) {
  await requireRole(cookies, "benefits");
  return {};
}

export const actions = {
  default: async ({ request, cookies }) => { // expect: missing-role
    await requireUser(cookies);
    const form = await request.formData();
    await prisma.benefit.create({ data: { name: String(form.get("name")) } });
  },
};
// file: src/routes/benefits/[id]/+page.server.ts
import { prisma } from "../../../lib/server/database";
import { requireRole, requireUser } from "../../../lib/server/session";

export async function load({ cookies, params }) {
  await requireRole(cookies, "benefits");
  return { benefit: await prisma.benefit.findUnique({ where: { id: params.id } }) };
}

export const actions = {
  default: async ({ request, cookies, params }) => { // silent: the action asks for the same
    await requireRole(cookies, "benefits");
    const form = await request.formData();
    await prisma.benefit.update({ where: { id: params.id }, data: { name: String(form.get("name")) } });
  },
};
// file: src/routes/profile/+page.server.ts
import { prisma } from "../../lib/server/database";
import { requireUser } from "../../lib/server/session";

export async function load({ cookies }) {
  const user = await requireUser(cookies);
  return { user: await prisma.user.findUnique({ where: { id: user.id } }) };
}

export const actions = {
  default: async ({ request, cookies }) => { // silent: the page asks for no right
    const user = await requireUser(cookies);
    const form = await request.formData();
    await prisma.user.update({ where: { id: user.id }, data: { password: String(form.get("password")) } });
  },
};
// file: src/routes/lessons/+page.server.ts
import { redirect } from "@sveltejs/kit";
import { prisma } from "../../lib/server/database";
import { requireUser } from "../../lib/server/session";

export async function load({ cookies }) {
  const user = await requireUser(cookies);
  if (user.role === "teacher") redirect(303, "/teacher");
  return {};
}

export const actions = {
  default: async ({ request, cookies }) => { // silent: teachers have a page of their own, and that is all
    await requireUser(cookies);
    const form = await request.formData();
    await prisma.benefit.create({ data: { name: String(form.get("name")) } });
  },
};
