// https://hono.dev/docs/api/routing · https://hono.dev/docs/api/hono

// file: src/index.ts
import { Hono } from 'hono'
import { HonoRequest, Context } from 'hono'
import { serve } from '@hono/node-server'
import { Hono as Tiny } from 'hono/tiny'
import { Hono as Quick } from 'hono/quick'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { zValidator } from '@hono/zod-validator'
import { describeRoute } from 'hono-openapi'
import { upgradeWebSocket } from 'hono/cloudflare-workers'
import { streamSSE } from 'hono/streaming'
import { trpcServer } from '@hono/trpc-server'
import { HTTPException } from 'hono/http-exception'
import books from './books'
const app = new Hono<{ Bindings: { TOKEN: string } }>({ router: new RegExpRouter() })
app.get('/entry/:id', (c) => c.text('x')).get('/book/*', (c) => c.text('x')) // entry: GET /entry/:id // entry: GET /book/*
app.delete('/books/:id', (c) => c.json(1)); app.options('/o', (c) => c.json(1)); app.patch('/p', (c) => c.json(1)) // entry: DELETE /books/:id // entry: OPTIONS /o // entry: PATCH /p
app.on(['GET', 'POST'], ['/x', '/y'], (c) => c.text('x')) // entry: GET /x // entry: POST /x // entry: GET /y // entry: POST /y
app.all('*', async (c, next) => { await next() }) // entry: ALL /*
app.post('/author', zValidator('json', {} as any), (c) => c.json(c.req.valid('json'))) // entry: POST /author
app.get('/desc', describeRoute({ description: 'x' }), (c) => c.text('x')) // entry: GET /desc
app.get('/ws', upgradeWebSocket((c) => ({ onMessage(event, ws) { ws.send('x') }, onClose: () => {} }))) // entry: GET /ws
app.get('/sse', async (c) => streamSSE(c, async (stream) => { await stream.writeSSE({ data: 'x' }) })) // entry: GET /sse
app.route('/books', books)
const two = new Hono().basePath('/two'); two.get('/user', (c) => c.text('x')); two.post('/user', (c) => c.text('x')) // entry: GET /two/user // entry: POST /two/user
app.route('/', two)
const three = new Hono(); two.route('/three', three); three.get('/hi', (c) => c.text('x')) // entry: GET /two/three/hi
app.mount('/itty', ittyRouter.handle)
const sub = new Tiny(); sub.get('/t', (c) => c.text('x')); app.route('/tiny', sub) // entry: GET /tiny/t
const q = new Quick(); q.get('/q', (c) => c.text('x')); app.route('/quick', q) // entry: GET /quick/q
app.notFound((c) => c.text('404', 404)); app.onError((err, c) => c.text('x', 500))
app.get('/:a/:b?', (c) => c.text('x')) // entry: GET /:a/:b?
app.get('/fetch/:comment_id/like', (c) => c.text('x')) // entry: GET /fetch/:comment_id/like
app.use('/rpc/*', trpcServer({ router: {} as any }))
class Ctl { constructor(private a: Hono) { this.a.get('/ctl', this.h) } h = (c: Context) => c.text('x') } // entry: GET /ctl
new Ctl(app)
serve({ fetch: app.fetch, port: 8787 })
// file: src/books.ts
import { Hono } from 'hono'
const app = new Hono()
app.get('/', (c) => c.json('list books')) // entry: GET /books
app.post('/', (c) => c.json('create a book', 201)) // entry: POST /books
app.get('/:id', (c) => c.json(`get ${c.req.param('id')}`)) // entry: GET /books/:id
export default app
