// file: app.js
'use strict'
const path = require('node:path')
const AutoLoad = require('@fastify/autoload')
module.exports = async function (fastify, opts) {
  fastify.register(AutoLoad, { dir: path.join(__dirname, 'plugins'), options: Object.assign({}, opts) })
  fastify.register(AutoLoad, { dir: path.join(__dirname, 'routes'), options: Object.assign({}, opts) })
}
module.exports.options = {}
// file: package.json
{"name":"x","scripts":{"start":"fastify start app.js"},"dependencies":{"fastify":"5","@fastify/autoload":"6"}}
// file: plugins/support.js
const fp = require('fastify-plugin')
module.exports = fp(async function (fastify, opts) { fastify.decorate('someSupport', () => 'hugs') })
// file: routes/root.js
module.exports = async function (fastify, opts) {
  fastify.get('/', async function (request, reply) { return { root: true } }) // entry: GET /
}
// file: routes/example/index.js
module.exports = async function (fastify, opts) {
  fastify.get('/', async function (request, reply) { return 'this is an example' }) // entry: GET /example
  fastify.post('/:id', async function (request, reply) { return 'x' }) // entry: POST /example/:id
}
// file: routes/users/_id/index.js
module.exports = async function (fastify, opts) { fastify.get('/', async () => 'u') } // entry: GET /users/_id
