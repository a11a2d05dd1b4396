// A page reads somebody's rows, and neither it nor a layout nor middleware asks who opens it.

// file: package.json
{ "dependencies": { "next": "15", "next-auth": "5", "@prisma/client": "6" } }

// file: prisma/schema.prisma
model User { id String @id email String name String passwordHash String }
model Invoice { id String @id total Int tokenHash String userId String }
model Product { id String @id title String }

// file: src/db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/auth.ts
import NextAuth from "next-auth";

export const { auth } = NextAuth({ providers: [] });

// file: src/app/api/invoices/route.ts
import { auth } from "../../../auth";
import { prisma } from "../../../db";

export async function GET() {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await prisma.invoice.findMany({ where: { userId: session.user.id } }));
}

// file: src/app/invoices/page.tsx
import { prisma } from "../../db";

export default async function Page() { // expect: missing-authentication
  const invoices = await prisma.invoice.findMany();
  return <Table rows={invoices} />;
}

// file: src/app/staff/layout.tsx
import { redirect } from "next/navigation";
import { auth } from "../../auth";

export default async function Layout({ children }) {
  if (!(await auth())) redirect("/login");
  return <main>{children}</main>;
}

// file: src/app/staff/invoices/page.tsx
import { prisma } from "../../../db";

// silent: the layout is rendered ahead, and sends visitors away
export default async function Page() {
  const invoices = await prisma.invoice.findMany();
  return <Table rows={invoices} />;
}

// file: src/app/invoices/[id]/page.tsx
import { createHash } from "node:crypto";
import { notFound } from "next/navigation";
import { prisma } from "../../../db";

// silent: whoever has the link has its token
export default async function Page({ params, searchParams }) {
  const { id } = await params;
  const { token } = await searchParams;
  const invoice = await prisma.invoice.findUnique({ where: { id } });
  if (!invoice || createHash("sha256").update(token).digest("hex") !== invoice.tokenHash) notFound();
  return <Invoice invoice={invoice} />;
}

// file: src/app/products/[id]/page.tsx
import { prisma } from "../../../db";

// silent: shown to everybody
export default async function Page({ params }) {
  const { id } = await params;
  const product = await prisma.product.findUnique({ where: { id } });
  return <h1>{product?.title}</h1>;
}

// file: src/app/orders/page.tsx
import { prisma } from "../../db";

// silent: how many there are is told to everybody, and what visits count is no finding of a page
export default async function Page() {
  const count = await prisma.invoice.count();
  await prisma.product.updateMany({ data: { views: { increment: 1 } } });
  return <h1>{count}</h1>;
}
