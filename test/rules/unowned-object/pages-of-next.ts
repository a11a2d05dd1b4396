// What a page shows is read for whoever opens it: a page is no safer than an endpoint.

// file: package.json
{ "dependencies": { "next": "15", "next-auth": "5", "@prisma/client": "6" } }

// file: prisma/schema.prisma
model User { id String @id }
model Invoice { id String @id total Int tokenHash String? userId String }
model Course { id String @id title String userId String }

// file: src/db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/auth.ts
import NextAuth from "next-auth";

export const { auth } = NextAuth({ providers: [] });

// file: src/app/api/invoices/[id]/route.ts
import { auth } from "../../../../auth";
import { prisma } from "../../../../db";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  const { id } = await params;
  return Response.json(await prisma.invoice.findFirst({ where: { id, userId: session.user.id } }));
}

// file: src/app/invoices/[id]/page.tsx
import { notFound, redirect } from "next/navigation";
import { auth } from "../../../auth";
import { prisma } from "../../../db";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) redirect("/login");
  const { id } = await params;
  const invoice = await prisma.invoice.findUnique({ where: { id } }); // expect: unowned-object
  // ~ page /invoices/:id reads invoice by "id" of the request; nothing checks that the row is the caller's own.
  if (!invoice) notFound();
  return <Invoice invoice={invoice} />;
}

// file: src/app/invoices/[id]/print/page.tsx
import { notFound, redirect } from "next/navigation";
import { auth } from "../../../../auth";
import { prisma } from "../../../../db";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) redirect("/login");
  const { id } = await params;
  const invoice = await prisma.invoice.findUnique({ where: { id } }); // silent: compared with the caller
  if (invoice?.userId !== session.user.id) notFound();
  return <Invoice invoice={invoice} />;
}

// file: src/app/invoices/[id]/shared/page.tsx
import { createHash } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { auth } from "../../../../auth";
import { prisma } from "../../../../db";

export default async function Page({ params, searchParams }) {
  const session = await auth();
  if (!session) redirect("/login");
  const { id } = await params;
  const { token } = await searchParams;
  const invoice = await prisma.invoice.findUnique({ where: { id } }); // silent: whoever has the link has its token
  if (!invoice || createHash("sha256").update(token).digest("hex") !== invoice.tokenHash) notFound();
  return <Invoice invoice={invoice} />;
}

// file: src/app/courses/[id]/page.tsx
import { redirect } from "next/navigation";
import { auth } from "../../../auth";
import { prisma } from "../../../db";

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) redirect("/login");
  const { id } = await params;
  const course = await prisma.course.findUnique({ where: { id } }); // silent: pages show what is taught to those who learn
  return <h1>{course?.title}</h1>;
}

// file: src/app/api/courses/[id]/route.ts
import { auth } from "../../../../auth";
import { prisma } from "../../../../db";

export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  const { id } = await params;
  return Response.json(await prisma.course.findFirst({ where: { id, userId: session.user.id } }));
}

// file: src/pages/receipts/[id].tsx
import { getServerSession } from "next-auth";
import { prisma } from "../../db";

export const getServerSideProps = async ({ params, req, res }) => {
  const session = await getServerSession(req, res, {});
  if (!session) return { redirect: { destination: "/login", permanent: false } };
  const invoice = await prisma.invoice.findUnique({ where: { id: params.id } }); // expect: unowned-object
  return { props: { invoice } };
};
