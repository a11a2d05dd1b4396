// https://hono.dev/examples/zod-openapi · https://chanfana.com/

// file: src/index.ts
import { createRoute, OpenAPIHono, z, $ } from '@hono/zod-openapi'
import { swaggerUI } from '@hono/swagger-ui'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
const app = new OpenAPIHono({ defaultHook: (result, c) => { if (!result.success) return c.json({}, 422) } })
const route = createRoute({ method: 'get', path: '/users/{id}', request: { params: z.object({ id: z.string() }) }, responses: {} })
app.openapi(route, (c) => { const { id } = c.req.valid('param'); return c.json({ id }, 200) }, (result, c) => {}) // entry: GET /users/:id
app.openAPIRegistry.registerComponent('securitySchemes', 'Bearer', { type: 'http', scheme: 'bearer' })
app.openapi(createRoute({ method: 'post', path: '/posts/:id/c', middleware: [bearerAuth({ token: 'x' })] as const, responses: {} }), (c) => c.json({})) // entry: POST /posts/:id/c
app.doc('/doc', { openapi: '3.0.0', info: { version: '1.0.0', title: 'My API' } })
app.doc31('/docs31', { openapi: '3.1.0', info: { version: '1.0.0', title: 'My API' } })
app.get('/ui', swaggerUI({ url: '/doc' })) // entry: GET /ui
const r = [{ route, handler: (c) => c.json(1) }]
const hello = $(app.openapi(createRoute({ method: 'put', path: '/dollar', responses: {} }), (c) => c.json(1)).get('/plain', (c) => c.json(1))) // entry: PUT /dollar // entry: GET /plain
const books = new OpenAPIHono().basePath('/b1')
books.openapi(createRoute({ method: 'get', path: '/{bookId}', responses: {} }), (c) => c.json(1)) // entry: GET /v1/b1/:bookId
app.route('/v1', books)
export default app
// file: src/chanfana.ts
import { fromHono, OpenAPIRoute } from 'chanfana'
import { Hono } from 'hono'
import { z } from 'zod'
const app = new Hono<{ Bindings: Env }>()
const openapi = fromHono(app, { docs_url: '/' })
export class TaskList extends OpenAPIRoute { schema = {}; async handle(c) { const data = await this.getValidatedData(); return { success: true } } }
export class TaskCreate extends OpenAPIRoute { schema = {}; async handle(c) { return { success: true } } }
openapi.get('/api/tasks', TaskList) // entry: GET /api/tasks
openapi.post('/api/tasks/:slug', TaskCreate) // entry: POST /api/tasks/:slug
export default app
