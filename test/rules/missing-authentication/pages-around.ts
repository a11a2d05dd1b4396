// What stands around the pages of Next.js and cannot be read may ask; what is rendered when the application is built asks nobody.

// file: package.json
{ "dependencies": { "next": "15", "next-auth": "5", "@auth0/nextjs-auth0": "3", "@acme/guards": "1", "@prisma/client": "6" } }

// file: prisma/schema.prisma
model User { id String @id email String name String passwordHash String }
model Invoice { id String @id total Int userId String }

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

// file: src/app/layout.tsx
export default function Layout({ children }) {
  return <html>{children}</html>;
}

// file: src/app/invoices/[id]/page.tsx
import { prisma } from "../../../db";

export default async function Page({ params }) { // expect: missing-authentication
  // ~ Anyone can open page /invoices/:id: nothing checks who is calling before reading invoice.
  return <Invoice invoice={await prisma.invoice.findUnique({ where: { id: params.id } })} />;
}

// file: src/app/mine/layout.tsx
import { withPageAuthRequired } from "@auth0/nextjs-auth0";

export default withPageAuthRequired(async function Layout({ children }) {
  return <main>{children}</main>;
});

// file: src/app/mine/[id]/page.tsx
import { prisma } from "../../../db";

// silent: the wrapper of the layout sends visitors to log in
export default async function Page({ params }) {
  return <Invoice invoice={await prisma.invoice.findUnique({ where: { id: params.id } })} />;
}

// file: src/app/staff/layout.tsx
import { requireStaff } from "@acme/guards";

export default requireStaff(async function Layout({ children }) {
  return <main>{children}</main>;
});

// file: src/app/staff/[id]/page.tsx
import { prisma } from "../../../db";

// silent: nobody can read what the layout is wrapped in
export default async function Page({ params }) {
  return <Invoice invoice={await prisma.invoice.findUnique({ where: { id: params.id } })} />;
}

// file: src/app/desk/layout.tsx
import { redirect } from "next/navigation";
import { auth } from "../../auth";

export default async function Layout({ children }) {
  if (!(await auth())) redirect("/login");
  return <main>{children}</main>;
}

// file: src/app/desk/app/[id]/page.tsx
import { prisma } from "../../../../db";

// silent: a folder of the address is called as the root is, and the layout stands above it
export default async function Page({ params }) {
  return <Invoice invoice={await prisma.invoice.findUnique({ where: { id: params.id } })} />;
}

// file: src/app/printed/[id]/page.tsx
import { prisma } from "../../../db";

export const dynamicParams = false;

export async function generateStaticParams() {
  return prisma.invoice.findMany({ select: { id: true } });
}

// silent: rendered when the application is built, and not found elsewhere
export default async function Page({ params }) {
  return <Invoice invoice={await prisma.invoice.findUnique({ where: { id: params.id } })} />;
}

// file: src/app/yearly/page.tsx
import { prisma } from "../../db";

export const dynamic = "force-static";

// silent: rendered when the application is built
export default async function Page() {
  return <Table rows={await prisma.invoice.findMany()} />;
}

// file: src/app/reports/layout.tsx
export const dynamic = "error";

export default function Layout({ children }) {
  return <main>{children}</main>;
}

// file: src/app/reports/page.tsx
import { prisma } from "../../db";

// silent: the layout says that all below it is rendered when the application is built
export default async function Page() {
  return <Table rows={await prisma.invoice.findMany()} />;
}

// file: src/app/reports/today/page.tsx
import { prisma } from "../../../db";

export const dynamic = "force-dynamic";

export default async function Page() { // expect: missing-authentication
  return <Table rows={await prisma.invoice.findMany()} />;
}

// file: src/app/lists/page.tsx
import { prisma } from "../../db";

export const dynamicParams = false;

export default async function Page() { // expect: missing-authentication
  return <Table rows={await prisma.invoice.findMany()} />;
}
