// file: index.ts
Bun.serve({ // entry: ALL /api/status // entry: ALL /users/:id // entry: GET /api/posts // entry: POST /api/posts // entry: ALL /api/*
  routes: {
    "/api/status": new Response("OK"),
    "/users/:id": (req) => new Response(`Hello ${req.params.id}!`),
    "/api/posts": { GET: () => new Response("List"), POST: async (req) => Response.json({}) },
    "/api/*": Response.json({}, { status: 404 }),
  },
  fetch(req) { return new Response("Not Found", { status: 404 }); }, // entry: ALL /*
});
