// file: src/routes/api/hello.ts
import { createFileRoute } from '@tanstack/react-router'
export const Route = createFileRoute('/api/hello')({
  server: { handlers: { GET: async ({ request }) => new Response('x'), POST: () => new Response() } }, // entry: GET /api/hello // entry: POST /api/hello
})
// file: src/routes/api/users.$id.ts
import { createServerFileRoute } from '@tanstack/react-start/server'
export const ServerRoute = createServerFileRoute('/api/users/$id').methods({ GET: async () => new Response(), DELETE: async () => new Response() }) // entry: GET /api/users/:id // entry: DELETE /api/users/:id
// file: app/routes/api/old.ts
import { json } from '@tanstack/start'
import { createAPIFileRoute } from '@tanstack/start/api'
export const APIRoute = createAPIFileRoute('/api/old')({ GET: ({ request, params }) => json({}), PUT: () => json({}) }) // entry: GET /api/old // entry: PUT /api/old
// file: src/routes/file/$.ts
import { createFileRoute } from '@tanstack/react-router'
export const Route = createFileRoute('/file/$')({ server: { handlers: ({ createHandlers }) => createHandlers({ GET: { handler: async () => new Response() }, PATCH: async () => new Response() }) } }) // entry: GET /file/* // entry: PATCH /file/*
// file: src/fns.ts
import { createServerFn } from '@tanstack/react-start'
export const getTime = createServerFn().handler(async () => 1) // entry: action getTime
export const save = createServerFn({ method: 'POST' }).validator((d) => d).handler(async ({ data }) => 1) // entry: action save
// file: src/routes/posts.tsx
import { createFileRoute } from '@tanstack/react-router'
export const Route = createFileRoute('/posts')({ loader: async () => [], component: P })
function P() { return null }
