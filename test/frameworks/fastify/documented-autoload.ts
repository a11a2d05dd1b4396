// https://github.com/fastify/fastify-autoload

// file: package.json
{"name":"x","dependencies":{"fastify":"5","@fastify/autoload":"6"}}
// file: src/app.ts
import * as path from 'path';
import AutoLoad, { AutoloadPluginOptions } from '@fastify/autoload';
import { FastifyPluginAsync } from 'fastify';
import { fileURLToPath } from 'node:url'
const __filename = fileURLToPath(import.meta.url)
const __dirname = path.dirname(__filename)
export type AppOptions = {} & Partial<AutoloadPluginOptions>;
const app: FastifyPluginAsync<AppOptions> = async (fastify, opts): Promise<void> => {
  void fastify.register(AutoLoad, { dir: path.join(__dirname, 'plugins'), options: opts })
  void fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), options: { ...opts, prefix: '/api' }, dirNameRoutePrefix: true, autoHooks: true, cascadeHooks: true })
  void fastify.register(AutoLoad, { dir: path.join(__dirname, 'flat'), dirNameRoutePrefix: false })
};
export default app;
// file: src/plugins/sensible.ts
import fp from 'fastify-plugin'
export default fp(async (fastify) => {})
// file: src/routes/root.ts
import { FastifyPluginAsync } from 'fastify'
const root: FastifyPluginAsync = async (fastify, opts): Promise<void> => { fastify.get('/', async function (request, reply) { return { root: true } }) } // entry: GET /api
export default root;
// file: src/routes/users/index.ts
import { FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
const plugin: FastifyPluginAsyncTypebox = async (fastify) => {
  fastify.get('/', { schema: { querystring: Type.Object({}) } }, async function () { return [] }) // entry: GET /api/users
  fastify.post('/:id/', async function () { return [] }) // entry: POST /api/users/:id
}
export default plugin
// file: src/routes/custom/thing.ts
export default async function (f) { f.get('/x', async () => 1) } // entry: GET /api/special/x
export const autoPrefix = '/special'
// file: src/routes/over/index.ts
export default async function (f) { f.get('/y', async () => 1) } // entry: GET /api/y
export const prefixOverride = ''
// file: src/routes/no/index.ts
export default async function (f) { f.get('/no', async () => 1) }
export const autoload = false
// file: src/flat/deep/a.ts
export default async function (f) { f.get('/flat', async () => 1) } // entry: GET /flat
