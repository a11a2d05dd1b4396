// The address of every route begins with the base path of the configuration, also through wrappers; matchers and
// `nextUrl` are written without it.

// file: package.json
{ "name": "harbour", "dependencies": { "next": "15" } }
// file: next.config.mjs
import { withPlugins } from "./plugins.mjs";
const config = { basePath: "/harbour", reactStrictMode: true };
export default withPlugins(() => config);
// file: plugins.mjs
export const withPlugins = (make) => make();
// file: src/middleware.ts
import { type NextRequest, NextResponse } from "next/server";
import { getToken } from "next-auth/jwt";
export async function middleware(request: NextRequest) {
  if (request.nextUrl.pathname.startsWith("/api/open")) return NextResponse.next();
  const token = await getToken({ req: request }); // guard: authentication middleware
  if (!token) return NextResponse.json({}, { status: 401 });
  return NextResponse.next();
}
export const config = { matcher: ["/api/:path*"] };
// file: src/app/api/berths/route.ts
export async function GET() { return Response.json([]); } // entry: GET /harbour/api/berths
// file: src/app/api/open/tides/route.ts
export async function GET() { return Response.json([]); } // entry: GET /harbour/api/open/tides
// file: src/pages/api/ships.ts
import type { NextApiHandler, NextApiRequest, NextApiResponse } from "next";
const handlers: Partial<Record<string, NextApiHandler>> = {
  GET: (_req, res) => res.json([]),
  DELETE: (_req, res) => res.status(204).end(),
};
export default function handler(req: NextApiRequest, res: NextApiResponse) { // entry: GET /harbour/api/ships // entry: DELETE /harbour/api/ships
  const run = handlers[req.method ?? ""];
  if (!run) return res.status(405).end();
  return run(req, res);
}
