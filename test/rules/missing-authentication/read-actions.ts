// file: app/actions.ts
"use server";

import { PrismaClient } from "@prisma/client";
import { getServerSession } from "next-auth";

const prisma = new PrismaClient();

export async function myOrders() {
  const session = await getServerSession();
  if (!session) throw new Error("sign in");
  return prisma.order.findMany({ where: { userId: session.user.id } });
}

export async function allOrders() { // expect: missing-authentication
  return prisma.order.findMany();
}

export async function poems() { // silent: nobody's data
  return prisma.poem.findMany();
}
