// file: clerk-public/middleware.ts
import { clerkMiddleware, createRouteMatcher } from "@clerk/nextjs/server";
const isPublic = createRouteMatcher(["/sign-in(.*)", "/api/open(.*)"]);
export default clerkMiddleware(async (auth, request) => {
  if (!isPublic(request)) await auth.protect();
});
export const config = { matcher: ["/((?!_next|[^?]*\\.(?:html?|css)).*)", "/(api|trpc)(.*)"] };
// file: clerk-public/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-public/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-protected/middleware.ts
import { clerkMiddleware, createRouteMatcher } from "@clerk/nextjs/server";
import { NextResponse } from "next/server";
const isProtected = createRouteMatcher(["/dashboard(.*)", "/api/orders(.*)"]);
export default clerkMiddleware(async (auth, request) => {
  const { userId, redirectToSignIn } = await auth();
  if (!userId && isProtected(request)) return redirectToSignIn();
  return NextResponse.next();
});
// file: clerk-protected/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-protected/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-nothing/middleware.ts
import { clerkMiddleware } from "@clerk/nextjs/server";
export default clerkMiddleware();
// file: clerk-nothing/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-nothing/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-old/middleware.ts
import { authMiddleware } from "@clerk/nextjs";
export default authMiddleware({ publicRoutes: ["/", "/api/open(.*)"] });
// file: clerk-old/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: clerk-old/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: authjs-handler/middleware.ts
import NextAuth from "next-auth";
const { auth } = NextAuth({ providers: [] });
export default auth((request) => {
  const isSignedIn = !!request.auth;
  const { nextUrl } = request;
  const isOpen = ["/", "/api/open"].includes(nextUrl.pathname);
  if (nextUrl.pathname.startsWith("/api/auth")) return;
  if (!isSignedIn && !isOpen) return Response.redirect(new URL("/login", nextUrl));
  return;
});
export const config = { matcher: ["/((?!.+\\.[\\w]+$|_next).*)", "/", "/(api|trpc)(.*)"] };
// file: authjs-handler/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: authjs-handler/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: authjs-authorized/middleware.ts
import NextAuth from "next-auth";
const { auth } = NextAuth({
  providers: [],
  callbacks: {
    authorized({ auth, request: { nextUrl } }) {
      if (nextUrl.pathname.startsWith("/api/orders")) return auth?.user ? true : false;
      return true;
    },
  },
});
export { auth as middleware };
// file: authjs-authorized/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: authjs-authorized/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: with-auth/middleware.ts
import { withAuth } from "next-auth/middleware";
export default withAuth(
  function middleware(request) {
    console.log(request.nextUrl.pathname);
  },
  { callbacks: { authorized: ({ token }) => !!token } },
);
export const config = { matcher: ["/api/orders/:path*"] };
// file: with-auth/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: with-auth/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // expect: missing-authentication
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: supabase/middleware.ts
import { createServerClient } from "@supabase/ssr";
import { NextResponse, type NextRequest } from "next/server";
async function updateSession(request: NextRequest) {
  const response = NextResponse.next({ request });
  const supabase = createServerClient("url", "key", { cookies: { getAll: () => request.cookies.getAll() } });
  const { data: { user } } = await supabase.auth.getUser();
  if (!user && !request.nextUrl.pathname.startsWith("/login") && !request.nextUrl.pathname.startsWith("/api/open")) {
    const url = request.nextUrl.clone();
    url.pathname = "/login";
    return NextResponse.redirect(url);
  }
  return response;
}
export async function middleware(request: NextRequest) {
  return await updateSession(request);
}
// file: supabase/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: supabase/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: globs/middleware.ts
import { getToken } from "next-auth/jwt";
import micromatch from "micromatch";
import { NextResponse, type NextRequest } from "next/server";
const open = ["/api/open/**", "/api/health"];
export default async function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (micromatch.isMatch(pathname, open)) return NextResponse.next();
  const token = await getToken({ req: request });
  if (!token) return NextResponse.redirect(new URL("/login", request.url));
  return NextResponse.next();
}
// file: globs/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: globs/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: answers/middleware.ts
import { NextResponse, type NextRequest } from "next/server";
export async function middleware(request: NextRequest) {
  if (request.nextUrl.pathname.startsWith("/api/open")) return NextResponse.next();
  if (request.headers.get("authorization") !== `Bearer ${process.env.OFFICE_KEY ?? fail()}`) return refused("No such key");
  return NextResponse.next();
}
const refused = (error: string) => new NextResponse(JSON.stringify({ error }), { status: 401 });
function fail(): never {
  throw new Error("OFFICE_KEY is missing");
}
// file: answers/app/api/orders/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: guarded
  await prisma.order.deleteMany();
  return Response.json({});
}
// file: answers/app/api/open/route.ts
import { PrismaClient } from "@prisma/client";
const prisma = new PrismaClient();
export async function DELETE() { // silent: let through by name
  await prisma.order.deleteMany();
  return Response.json({});
}
