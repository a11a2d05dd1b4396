// file: app/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const profile = z.object({ name: z.string() });
interface ProfileInput {
  name: string;
}
export async function saveProfile(id: string, values: ProfileInput) {
  await prisma.profile.update({ where: { id }, data: values }); // expect: mass-assignment
}
export async function savePicked(id: string, values: ProfileInput) {
  await prisma.profile.update({ where: { id }, data: { name: values.name } }); // silent: picked
}
export async function saveParsed(id: string, values: ProfileInput) {
  await prisma.profile.update({ where: { id }, data: profile.parse(values) }); // silent: a schema drops the rest
}
