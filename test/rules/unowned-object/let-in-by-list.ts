// Who stands in a list of the settings or of the code goes on alone; who stands in a list of those turned away does not.

// file: package.json
{ "dependencies": { "next": "15", "@clerk/nextjs": "6", "@prisma/client": "6", "@t3-oss/env-nextjs": "1", "zod": "3" } }
// file: src/env.ts
import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

export const env = createEnv({
  server: { STAFF: z.string().optional().transform((value) => value?.split(",")), BARRED: z.string().optional() },
  experimental__runtimeEnv: {},
});
// file: src/actions.ts
"use server";
import { auth } from "@clerk/nextjs/server";
import { PrismaClient } from "@prisma/client";
import { env } from "./env";

const prisma = new PrismaClient();
const KEEPERS = ["ann@house.example", "bob@house.example"];
const KEEPER_IDS = new Set(["k-ann", "k-bob"]);

class Refused extends Error {}

async function me() {
  const { userId, sessionClaims } = await auth();
  if (!userId) throw new Refused("Sign in");
  return { id: userId, email: sessionClaims.email, town: sessionClaims.town };
}
function isStaff({ email }: { email?: string }) {
  if (!email) return false;
  return env.STAFF?.includes(email);
}

export async function mine() {
  const { id } = await me();
  return prisma.kiln.findMany({ where: { ownerId: id } });
}
export async function fire(id: string, degrees: number) { // silent: of the settings
  if (!isStaff(await me())) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { degrees } });
}
export async function cool(id: string, degrees: number) { // silent: cut apart here
  const { email } = await me();
  if (!process.env.STAFF_EMAILS?.split(",").includes(email)) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { degrees } });
}
export async function move(id: string, room: string) { // silent: in other letters
  const { email } = await me();
  const staff = (process.env.STAFF_EMAILS ?? "").split(",").map((one) => one.trim().toLowerCase());
  if (!staff.includes(email.toLowerCase())) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { room } });
}
export async function name(id: string, label: string) { // silent: in the code
  const { email } = await me();
  if (!KEEPERS.includes(email)) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { label } });
}
export async function sell(id: string, price: number) { // silent: a set
  const { id: userId } = await me();
  if (!KEEPER_IDS.has(userId)) return null;
  await prisma.kiln.update({ where: { id }, data: { price } });
}
export async function lend(id: string, borrower: string) { // silent: one of them
  const { email } = await me();
  if (!KEEPERS.some((one) => one === email)) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { borrower } });
}
export async function scrap(id: string, reason: string) { // silent: one person
  const { email } = await me();
  if (email !== "ann@house.example") throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { reason } });
}
export async function glaze(id: string, colour: string) {
  const { email } = await me();
  if (env.BARRED?.includes(email)) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { colour } }); // expect: unowned-object
}
export async function clean(id: string, note: string) {
  const { email } = await me();
  if (!!process.env.BARRED_EMAILS?.split(",").includes(email)) throw new Refused("Not for you");
  await prisma.kiln.update({ where: { id }, data: { note } }); // expect: unowned-object
}
export async function light(id: string, lamp: string) {
  const { town } = await me();
  if (!process.env.TOWNS?.split(",").includes(town)) throw new Refused("Not in your town");
  await prisma.kiln.update({ where: { id }, data: { lamp } }); // expect: unowned-object
}
