// https://elysiajs.com/essential/route · https://elysiajs.com/patterns/websocket

// file: index.ts
import { Elysia, t } from 'elysia'
import { users } from './users'
const app = new Elysia({ prefix: '/api' })
  .get('/', 'hi') // entry: GET /api
  .get('/id/:id?', ({ params: { id } }) => id) // entry: GET /api/id/:id?
  .get('/w/*', ({ params }) => params['*']) // entry: GET /api/w/*
  .post('/body', ({ body }) => body, { body: t.Object({ name: t.String() }) }) // entry: POST /api/body
  .all('/all', () => 1) // entry: ALL /api/all
  .route('M-SEARCH', '/m-search', 'connect') // entry: M-SEARCH /api/m-search
  .group('/user', (app) => app.post('/sign-in', () => 1).group('/deep', (a) => a.delete('/x', () => 1))) // entry: POST /api/user/sign-in // entry: DELETE /api/user/deep/x
  .group('/v1', { headers: t.Object({}) }, (app) => app.put('/guarded', () => 1)) // entry: PUT /api/v1/guarded
  .guard({ body: t.Object({}) }, (app) => app.patch('/g', () => 1)) // entry: PATCH /api/g
  .use(users)
  .use(import('./lazy'))
  .mount('/hono', (req: Request) => new Response()) // entry: ALL /api/hono/*
  .ws('/ws', { message(ws, message) { ws.send(message) } }) // entry: socket /api/ws
  .resolve(({ headers }) => ({ u: headers.a }))
  .listen(3000)
// file: users.ts
import Elysia from 'elysia'
export const users = new Elysia({ name: 'users', prefix: '/users' }).get('/', () => []).get('/:id', ({ params }) => 1) // entry: GET /api/users // entry: GET /api/users/:id
// file: lazy.ts
import { Elysia } from 'elysia'
export default new Elysia().get('/lazy', () => 1) // entry: GET /api/lazy
