// file: app/actions.ts
"use server";
import { PrismaClient } from "@prisma/client";
import { auth } from "@clerk/nextjs/server";

const prisma = new PrismaClient();

export async function publish(id: string) { // entry: action publish
  await auth.protect(); // guard: authentication auth.protect
  await prisma.post.update({ where: { id }, data: { published: true } }); // effect: write database post, set, from action publish
}
export const remove = async (id: string) => { // entry: action remove
  await prisma.post.delete({ where: { id } }); // effect: write database post, delete, from action remove
};
export const LIMIT = 10;
// file: app/page.tsx
import { PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export default function Page() {
  async function like(form: FormData) { // entry: action /#like
    "use server";
    await prisma.like.create({ data: { postId: form.get("post") } }); // effect: write database like, insert, from action /#like
  }
  return <form action={like} />;
}
