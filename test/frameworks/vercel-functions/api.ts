// file: api/hello.ts
import type { VercelRequest, VercelResponse } from '@vercel/node';
export default function handler(req: VercelRequest, res: VercelResponse) { res.json({}) } // entry: ALL /api/hello
// file: api/users/[id].js
export function GET(request) { return new Response('x') } // entry: GET /api/users/:id
export function POST(request) { return new Response('x') } // entry: POST /api/users/:id
// file: vercel.json
{}
// file: api/endpoints/items.ts
import type { Application, Request, Response } from "express";
export default function (app: Application): void {
  app.get("/items", (req: Request, res: Response) => res.json([])); // entry: GET /items
}
// file: api/index.ts
import express from "express";
import items from "./endpoints/items";
const app = express();
items(app);
export default app;
// file: api/notes.ts
import type { VercelRequest, VercelResponse } from "@vercel/node";
export default function handler(request: VercelRequest, response: VercelResponse) { // entry: POST /api/notes // entry: GET /api/notes
  if (request.method === "POST") return response.status(201).json({});
  return response.json([]);
}
