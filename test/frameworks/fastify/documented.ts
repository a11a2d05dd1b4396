// file: server.js
const fastify = require('fastify')({ logger: true })
fastify.get('/', async (request, reply) => ({ hello: 'world' })) // entry: GET /
fastify.post('/login', { schema: { body: {} } }, async (req, reply) => ({})) // entry: POST /login
fastify.route({ method: 'GET', url: '/r', handler: async () => 1 }) // entry: GET /r
fastify.route({ method: ['POST', 'PUT'], url: '/multi', schema: {}, handler: function (request, reply) { reply.send({}) } }) // entry: POST /multi // entry: PUT /multi
fastify.all('/all', (req, rep) => rep.send()) // entry: ALL /all
fastify.get('/opt/:id?', async () => 1) // entry: GET /opt/:id?
fastify.get('/re/:file(^\\d+).png', async () => 1) // entry: GET /re/:file(^\d+).png
fastify.get('/star/*', async () => 1) // entry: GET /star/*
fastify.head('/hd', async () => 1) // entry: HEAD /hd
fastify.delete('/x/:id', { handler: async () => 1 }) // entry: DELETE /x/:id
fastify.register(require('./routes/users'), { prefix: '/users' })
fastify.register(require('./routes/v1'), { prefix: '/v1' })
fastify.register(async function (instance, opts) {
  instance.get('/inner', async () => 1) // entry: GET /outer/inner
  instance.register(async (deep) => { deep.get('/deep', async () => 1) }, { prefix: '/d' }) // entry: GET /outer/d/deep
}, { prefix: '/outer' })
fastify.register((instance, opts, done) => { instance.patch('/cb', (q, r) => r.send()); done() }) // entry: PATCH /cb
fastify.listen({ port: 3000 })
// file: routes/users.js
async function routes (fastify, options) {
  fastify.get('/', async () => []) // entry: GET /users
  fastify.get('/:id', opts, async () => []) // entry: GET /users/:id
}
const opts = { schema: { params: {} } }
module.exports = routes
// file: routes/v1.js
const fp = require('fastify-plugin')
module.exports = fp(async function (app) { app.get('/fp', async () => 1) }) // entry: GET /fp
