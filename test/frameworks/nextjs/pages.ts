// Pages that a server renders for whoever opens an address, and what stands ahead of them.
// https://nextjs.org/docs/app/api-reference/file-conventions/page · https://nextjs.org/docs/pages/building-your-application/data-fetching/get-server-side-props

// file: package.json
{ "dependencies": { "next": "15", "next-auth": "5", "@prisma/client": "6" } }

// file: src/db.ts
import { PrismaClient } from "@prisma/client";

export const prisma = new PrismaClient();

// file: src/middleware.ts
export { default } from "next-auth/middleware"; // guard: authentication default

export const config = { matcher: ["/account/:path*"] };

// file: src/app/(shop)/layout.tsx
import { redirect } from "next/navigation";
import { auth } from "../../auth";

export default async function Layout({ children }: { children: React.ReactNode }) {
  const session = await auth(); // guard: authentication layout
  if (!session) redirect("/login");
  return <main>{children}</main>;
}

// file: src/auth.ts
import NextAuth from "next-auth";

export const { auth } = NextAuth({ providers: [] });

// file: src/app/(shop)/orders/[id]/page.tsx
import { notFound } from "next/navigation";
import { auth } from "../../../../auth";
import { prisma } from "../../../../db";

export default async function Page({ params }: { params: Promise<{ id: string }> }) { // entry: GET /orders/:id
  const { id } = await params;
  const session = await auth(); // guard: authentication auth
  const order = await prisma.order.findUnique({ where: { id } }); // effect: read database order, read, from GET /orders/:id
  if (order?.userId !== session?.user?.id) notFound(); // guard: ownership inline check
  return <Order order={order} />;
}

// file: src/app/account/page.tsx
import { prisma } from "../../db";

export default async ({ searchParams }: { searchParams: { page?: string } }) => { // entry: GET /account
  const letters = await prisma.letter.findMany({ skip: Number(searchParams.page ?? 0) }); // effect: read database letter, read, from GET /account
  return <List letters={letters} />;
};

// file: src/app/about/page.tsx
// silent: the same for everybody, and reaches nothing
export default function About() {
  return <h1>About</h1>;
}

// file: src/app/search/page.tsx
"use client";
import { find } from "../../find";

// silent: rendered in the browser
export default function Search() {
  const [rows] = useState(() => find("all"));
  return <List rows={rows} />;
}

// file: src/find.ts
import { prisma } from "./db";

export const find = (name: string) => prisma.product.findMany({ where: { name } });

// file: src/pages/invoices/[id].tsx
import { getServerSession } from "next-auth";
import { prisma } from "../../db";

export const getServerSideProps = async ({ params, req, res }) => { // entry: GET /invoices/:id
  const session = await getServerSession(req, res, {}); // guard: authentication getServerSession
  if (!session) return { redirect: { destination: "/login", permanent: false } }; // guard: authentication inline check
  const invoice = await prisma.invoice.findFirst({ where: { id: params.id, userId: session.user.id } }); // effect: read database invoice, read, from GET /invoices/:id
  return { props: { invoice } };
};

export default function Invoice({ invoice }) {
  return <p>{invoice.total}</p>;
}

// file: src/pages/blog/[slug].tsx
import { prisma } from "../../db";

// silent: rendered when the application is built
export const getStaticProps = async ({ params }) => ({
  props: { post: await prisma.post.findUnique({ where: { slug: params.slug } }) },
});
export default function Post({ post }) {
  return <p>{post.text}</p>;
}
