// file: src/index.ts
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import book from './book'
import { createFactory } from 'hono/factory'
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
const app = new Hono()
app.get('/', (c) => c.text('GET /')) // entry: GET /
app.post('/', (c) => c.text('POST /')) // entry: POST /
app.get('/wild/*/card', (c) => c.text('x')) // entry: GET /wild/*/card
app.all('/hello', (c) => c.text('x')) // entry: ALL /hello
app.on('PURGE', '/cache', (c) => c.text('x')) // entry: PURGE /cache
app.on(['PUT', 'DELETE'], '/post', (c) => c.text('x')) // entry: PUT /post // entry: DELETE /post
app.on('GET', ['/hello', '/ja/hello', '/en/hello'], (c) => c.text('x')) // entry: GET /hello // entry: GET /ja/hello // entry: GET /en/hello
app.get('/user/:name', async (c) => c.text('x')) // entry: GET /user/:name
app.get('/api/animal/:type?', (c) => c.text('x')) // entry: GET /api/animal/:type?
app.get('/post/:date{[0-9]+}/:title{[a-z]+}', async (c) => c.text('x')) // entry: GET /post/:date{[0-9]+}/:title{[a-z]+}
app.get('/endpoint', (c) => c.text('x')).post((c) => c.text('x')).delete((c) => c.text('x')) // entry: GET /endpoint // entry: POST /endpoint // entry: DELETE /endpoint
app.use('/cors/*', cors())
app.route('/book', book)
const api = new Hono().basePath('/api')
api.get('/b', (c) => c.text('x')) // entry: GET /api/b
app.route('/', api)
const factory = createFactory()
const handlers = factory.createHandlers(async (c) => c.json({}))
app.get('/fh', ...handlers) // entry: GET /fh
const oa = new OpenAPIHono()
const route = createRoute({ method: 'get', path: '/users/{id}', request: {}, responses: {} })
oa.openapi(route, (c) => c.json({})) // entry: GET /oa/users/:id
oa.openapi(createRoute({ method: 'post', path: '/inline', responses: {} }), (c) => c.json({})) // entry: POST /oa/inline
const remove = createRoute({ method: 'delete', path: '/users/{id}', responses: {} })
oa.openapi({ ...remove, middleware: [cors()] as const }, (c) => c.json({})) // entry: DELETE /oa/users/:id
app.route('/oa', oa)
app.get('/static/*', cors()) // entry: GET /static/*
app.get('/re/:filename{.+\\.png}', (c) => c.text('x')) // entry: GET /re/:filename{.+\.png}
export default app
// file: src/book.ts
import { Hono } from 'hono'
const book = new Hono<{ Bindings: {} }>()
  .get('/', (c) => c.json([])) // entry: GET /book
  .post('/', (c) => c.json({})) // entry: POST /book
  .get('/:id', (c) => c.json({})) // entry: GET /book/:id
export type AppType = typeof book
export default book
