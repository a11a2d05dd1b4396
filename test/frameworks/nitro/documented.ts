// file: nuxt.config.ts
export default defineNuxtConfig({})
// file: server/api/hello.ts
export default defineEventHandler((event) => ({ hello: 'world' })) // entry: ALL /api/hello
// file: server/api/test.get.ts
export default defineEventHandler(() => 'x') // entry: GET /api/test
// file: server/api/test.post.ts
export default defineEventHandler(async (event) => { const body = await readBody(event); return body }) // entry: POST /api/test
// file: server/api/foo/index.get.ts
export default defineEventHandler(() => 'x') // entry: GET /api/foo
// file: server/api/foo/[id].put.ts
export default eventHandler((event) => getRouterParam(event, 'id')) // entry: PUT /api/foo/:id
// file: server/api/foo/[...].ts
export default defineEventHandler(() => 'x') // entry: ALL /api/foo/*
// file: server/api/cat/[...slug].delete.ts
export default defineEventHandler((event) => event.context.params) // entry: DELETE /api/cat/:slug*
// file: server/routes/sitemap.xml.ts
export default defineEventHandler(() => 'x') // entry: ALL /sitemap.xml
// file: server/routes/blog/[slug]/index.ts
export default defineEventHandler(() => 'x') // entry: ALL /blog/:slug
// file: server/api/(group)/g.get.js
export default defineEventHandler(() => 'x') // entry: GET /api/g
// file: server/api/nest/[...].ts
import { createRouter, defineEventHandler, useBase } from 'h3'
const router = createRouter()
router.get('/test', defineEventHandler(() => 'Hello World')) // entry: GET /api/nest/test
router.post('/deep/:id', defineEventHandler(() => 'Hello World')) // entry: POST /api/nest/deep/:id
export default useBase('/api/nest', router.handler)
// file: server/middleware/auth.ts
export default defineEventHandler((event) => { event.context.auth = { user: 123 } })
// file: server/api/lazy.ts
import { defineLazyEventHandler } from 'h3'
export default defineLazyEventHandler(async () => { return defineEventHandler(() => 'x') }) // entry: ALL /api/lazy
// file: server/api/plain.ts
export default (event) => 'x' // entry: ALL /api/plain
// file: server/api/cached.ts
export default defineCachedEventHandler(async () => 1, { maxAge: 60 }) // entry: ALL /api/cached
// file: server/tasks/db/migrate.ts
export default defineTask({ meta: { name: 'db:migrate', description: 'x' }, run({ payload, context }) { return { result: 'Success' } } }) // entry: command db:migrate
