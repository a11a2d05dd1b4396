// file: index.ts
import { serve } from "bun";
serve({ port: 1, fetch(req) { const url = new URL(req.url); if (url.pathname === "/" ) return new Response("Home"); if (req.method === "POST" && url.pathname === "/p") return new Response("x"); return new Response("404", { status: 404 }); } }); // entry: ALL / // entry: POST /p
