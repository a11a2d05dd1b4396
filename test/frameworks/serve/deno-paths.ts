// file: main.ts
Deno.serve((req) => { const url = new URL(req.url); if (url.pathname === "/a") return new Response("a"); return new Response("Hello"); }); // entry: ALL /a
