// file: api/hello.ts
import type { VercelRequest, VercelResponse } from '@vercel/node';
export default function handler(req: VercelRequest, res: VercelResponse) { res.json({}) } // entry: ALL /api/hello
// file: api/users/[id].js
export function GET(request) { return new Response('x') } // entry: GET /api/users/:id
export function POST(request) { return new Response('x') } // entry: POST /api/users/:id
// file: vercel.json
{}
