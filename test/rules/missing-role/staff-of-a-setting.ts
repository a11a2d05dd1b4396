// Whoever belongs to the one organisation that the settings name is staff, and may change everybody's.
"use server";
import { auth } from "@clerk/nextjs/server";
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();
const HOUSE = process.env.HOUSE_ORGANIZATION;

async function assertStaff() {
  const { userId, orgId } = await auth();
  if (!userId || orgId !== HOUSE) throw new Error("Not for you");
}

export async function shipmentsOfMine() {
  const { orgId } = await auth();
  return prisma.shipment.findMany({ where: { orgId } });
}
export async function setState(id: string, state: string) { // silent: staff alone
  await assertStaff();
  await prisma.shipment.update({ where: { id }, data: { state } });
}
export async function setNote(id: string, note: string) { // expect: missing-role
  const { userId } = await auth();
  if (!userId) throw new Error("Not for you");
  await prisma.shipment.update({ where: { id }, data: { note } });
}
export async function setLabel(id: string, label: string) { // expect: missing-role
  const { userId, sessionClaims } = await auth();
  if (!userId || sessionClaims.iss !== process.env.ISSUER) throw new Error("Not from there");
  await prisma.shipment.update({ where: { id }, data: { label } });
}
