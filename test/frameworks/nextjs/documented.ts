// file: app/api/hello/route.ts
export async function GET(request: Request) { return Response.json({}) } // entry: GET /api/hello
export const POST = async (req: Request) => new Response() // entry: POST /api/hello
// file: app/(shop)/api/items/[id]/route.js
import { NextResponse } from 'next/server'
const handler = async (req, { params }) => NextResponse.json({}) // entry: GET /api/items/:id // entry: DELETE /api/items/:id
export { handler as GET, handler as DELETE }
// file: src/app/api/[...slug]/route.ts
import { withAuth } from '../../../lib';
export const PUT = withAuth(async () => new Response()) // entry: PUT /api/:slug*
export const { PATCH, HEAD } = createHandlers({});
function createHandlers(o: any) { return { PATCH: () => new Response(), HEAD: () => new Response() } } // entry: PATCH /api/:slug* // entry: HEAD /api/:slug*
// file: src/lib.ts
export const withAuth = (h: any) => async (r: Request) => h(r);
// file: app/api/[[...opt]]/route.ts
export function OPTIONS() { return new Response() } // entry: OPTIONS /api/:opt*
// file: pages/api/user.ts
import type { NextApiRequest, NextApiResponse } from 'next'
export default function handler(req: NextApiRequest, res: NextApiResponse) { // entry: POST /api/user // entry: GET /api/user
  if (req.method === 'POST') { res.status(200).json({}) } else if (req.method === 'GET') { res.json({}) } else { res.status(405).end() }
}
// file: pages/api/post/[pid].js
export default (req, res) => { const { pid } = req.query; res.end(pid) } // entry: ALL /api/post/:pid
// file: pages/api/index.js
export default function h(req, res) { switch (req.method) { case 'GET': return res.json(1); case 'PUT': return res.json(2); default: res.setHeader('Allow', ['GET']); res.status(405).end() } } // entry: GET /api // entry: PUT /api
// file: pages/api/auth/[...nextauth].ts
import NextAuth from 'next-auth'
export default NextAuth({ providers: [] }) // entry: ALL /api/auth/:nextauth*
// file: app/api/auth/[...all]/route.ts
import { handlers } from '../../../../auth'
export const { GET, POST } = handlers // entry: GET /api/auth/:all* // entry: POST /api/auth/:all*
// file: auth.ts
import NextAuth from 'next-auth'
export const { handlers, auth, signIn } = NextAuth({ providers: [] })
// file: app/actions.ts
'use server'
export async function createInvoice(formData: FormData) { } // entry: action createInvoice
export const del = async (id: string) => {} // entry: action del
// file: app/rss.xml/route.ts
export const GET = () => new Response() // entry: GET /rss.xml
// file: app/_private/api/route.ts
export const GET = () => new Response()
// file: app/%5Ffolder/route.ts
export const GET = () => new Response() // entry: GET /_folder
