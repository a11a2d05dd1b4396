// file: src/i18n/routing.ts
import { createNavigation } from "next-intl/navigation";
export const { Link, redirect } = createNavigation({ locales: ["de", "en"], defaultLocale: "en" });

// file: src/app/actions.ts
"use server";
import { getServerSession } from "next-auth";
import { PrismaClient } from "@prisma/client";
import { redirect } from "../i18n/routing";

const prisma = new PrismaClient();

async function requireStaff() {
  const session = await getServerSession();
  if (!session?.user?.email) return redirect({ href: "/sign-in", locale: "en" });
  const profile = await prisma.profile.findUnique({ where: { email: session.user.email } });
  if (!profile || profile.role !== "staff") return redirect({ href: "/", locale: "en" });
  return profile;
}

async function requireUser() {
  const session = await getServerSession();
  if (!session?.user?.email) return redirect({ href: "/sign-in", locale: "en" });
  return prisma.profile.findUnique({ where: { email: session.user.email } });
}

export async function createNote(text: string) {
  const profile = await requireUser();
  await prisma.note.create({ data: { text, userId: profile!.id } });
}

export async function myNotes() {
  const profile = await requireUser();
  return prisma.note.findMany({ where: { userId: profile!.id } });
}

export async function removeNote(id: string) {
  await requireUser();
  await prisma.note.delete({ where: { id } }); // expect: unowned-object
}

export async function hideNote(id: string) {
  await requireStaff();
  await prisma.note.update({ where: { id }, data: { hidden: true } }); // silent: staff
}
