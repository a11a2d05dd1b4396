// file: app/session.server.ts
import { createCookieSessionStorage, redirect } from "@remix-run/node";
import bcrypt from "bcryptjs";
import { prisma } from "./db.server";

const storage = createCookieSessionStorage({ cookie: { name: "__session", secrets: [process.env.SESSION_SECRET!] } });

export async function userOf(request: Request) {
  const session = await storage.getSession(request.headers.get("Cookie"));
  const id = session.get("userId");
  if (!id) return null;
  const user = await prisma.user.findUnique({ where: { id } });
  if (!user || !(await bcrypt.compare(session.get("password"), user.password))) return null;
  return user;
}

// file: app/db.server.ts
import { PrismaClient } from "@prisma/client";
export const prisma = new PrismaClient();

// file: app/routes/notes.tsx
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { prisma } from "../db.server";
import { userOf } from "../session.server";

export async function action({ request }: ActionFunctionArgs) {
  const user = await userOf(request);
  if (!user) return redirect("/login");
  const form = await request.formData();
  await prisma.note.create({ data: { text: String(form.get("text")), userId: user.id } });
  return null;
}

// file: app/routes/remove.tsx
import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { prisma } from "../db.server";
import { userOf } from "../session.server";

export async function action({ request }: ActionFunctionArgs) {
  const user = await userOf(request);
  if (!user) return redirect("/login");
  const form = await request.formData();
  await prisma.note.delete({ where: { id: String(form.get("id")) } }); // expect: unowned-object
  return null;
}
