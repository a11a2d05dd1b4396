// file: src/index.ts
import { Elysia, t } from 'elysia'
import { users } from './users'
const plugin = new Elysia({ prefix: '/plug' }).get('/p', () => 1) // entry: GET /plug/p
const fnPlugin = (app: Elysia) => app.get('/fn', () => 1) // entry: GET /fn
new Elysia()
  .get('/', 'hi') // entry: GET /
  .get('/id/:id', ({ params: { id } }) => id) // entry: GET /id/:id
  .post('/mirror', ({ body }) => body, { body: t.Object({}) }) // entry: POST /mirror
  .get('/opt/:id?', () => 1) // entry: GET /opt/:id?
  .get('/w/*', () => 1) // entry: GET /w/*
  .all('/all', () => 1) // entry: ALL /all
  .route('M-SEARCH', '/ms', () => 1) // entry: M-SEARCH /ms
  .group('/v1', (app) => app.get('/a', () => 1).group('/deep', (b) => b.put('/b', () => 1))) // entry: GET /v1/a // entry: PUT /v1/deep/b
  .group('/guarded', { headers: t.Object({}) }, (app) => app.get('/x', () => 1)) // entry: GET /guarded/x
  .guard({ body: t.Object({}) }, (app) => app.patch('/g', () => 1)) // entry: PATCH /g
  .use(plugin)
  .use(users)
  .use(fnPlugin)
  .use(import('./lazy'))
  .ws('/ws', { message(ws, m) { ws.send(m) } }) // entry: socket /ws
  .options('/o', () => 1) // entry: OPTIONS /o
  .listen(3000)
// file: src/users.ts
import { Elysia } from 'elysia'
export const users = new Elysia({ prefix: '/users' }).model({}).derive(() => ({})).get('/', () => []).delete('/:id', () => 1) // entry: GET /users // entry: DELETE /users/:id
// file: src/lazy.ts
import { Elysia } from 'elysia'
export default new Elysia().get('/lazy', () => 1) // entry: GET /lazy
