// file: src/server.ts
import Fastify, { type FastifyInstance, FastifyPluginAsync, RouteOptions } from 'fastify';
import { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import userRoutes from './users.js';
import * as todo from './todo.js';
import { build } from './build.js';
const server: FastifyInstance = Fastify({}).withTypeProvider<TypeBoxTypeProvider>();
server.get<{ Querystring: { a: string } }>('/auth', { preValidation: (req, reply, done) => done() }, async (request, reply) => { return 1; }); // entry: GET /auth
server.register(userRoutes, { prefix: 'users' });
await server.register(todo.plugin, { prefix: '/todos' });
const opts: RouteOptions = { method: 'DELETE', url: '/ro', handler: async () => 1 };
server.route(opts); // entry: DELETE /ro
const list: RouteOptions[] = [{ method: 'GET', url: '/l1', handler: async () => 1 }, { method: 'POST', url: '/l2', handler: async () => 1 }];
list.forEach((r) => server.route(r)); // entry: GET /l1 // entry: POST /l2
build(server);
server.after(() => { server.get('/after', async () => 1); }); // entry: GET /after
server.addHttpMethod('MKCOL2', { hasBody: true });
// file: src/users.ts
import { FastifyPluginAsync } from 'fastify';
const userRoutes: FastifyPluginAsync = async (app, opts): Promise<void> => {
  app.get('/', async () => []); // entry: GET /users
  app.withTypeProvider().put('/:id', {}, async () => []); // entry: PUT /users/:id
};
export default userRoutes;
// file: src/todo.ts
import type { FastifyInstance } from 'fastify';
export async function plugin(fastify: FastifyInstance) {
  fastify.route({ method: 'GET', path: '/:todoId/items', handler: getItems }); // entry: GET /todos/:todoId/items
  async function getItems() { return []; }
}
// file: src/build.ts
import type { FastifyInstance } from 'fastify';
export const build = (app: FastifyInstance) => {
  app.get('/built', ctl.get); // entry: GET /built
  return app;
};
class Ctl { async get() { return 1; } }
const ctl = new Ctl();
