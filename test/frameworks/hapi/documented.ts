// file: server.js
'use strict';
const Hapi = require('@hapi/hapi');
const init = async () => {
  const server = Hapi.server({ port: 3000, host: 'localhost' });
  server.route({ method: 'GET', path: '/', handler: (request, h) => 'Hello' }); // entry: GET /
  server.route({ method: ['PUT', 'POST'], path: '/pp', handler: (r, h) => 'x' }); // entry: PUT /pp // entry: POST /pp
  server.route({ method: '*', path: '/any', handler: (r, h) => 'x' }); // entry: ALL /any
  server.route([{ method: 'get', path: '/hello/{user?}', handler }, { method: 'DELETE', path: '/f/{file}.jpg', options: { handler: (r) => 1 } }]); // entry: DELETE /f/:file.jpg
  server.route({ method: 'GET', path: '/files/{path*}', handler: { directory: { path: '.' } } }); // entry: GET /files/:path*
  server.route({ method: 'GET', path: '/two/{p*2}', config: { handler: handler } }); // entry: GET /two/:p*
  server.route(require('./routes'));
  await server.register({ plugin: require('./plugin'), routes: { prefix: '/plug' } });
  await server.register([require('./plugin2'), { plugin: require('./plugin3'), options: { a: 1 } }]);
  await server.start();
};
const handler = (request, h) => 'x'; // entry: GET /hello/:user
init();
// file: routes/index.js
module.exports = [].concat(require('./a'), require('./b'));
// file: routes/a.js
module.exports = [{ method: 'GET', path: '/ra', handler: () => 1 }]; // entry: GET /ra
// file: routes/b.js
module.exports = [{ method: 'POST', path: '/rb', options: { auth: false }, handler: async () => 1 }]; // entry: POST /rb
// file: plugin.js
exports.plugin = { name: 'p', version: '1', register: async function (server, options) { server.route({ method: 'GET', path: '/x', handler: () => 1 }); } }; // entry: GET /plug/x
// file: plugin2.js
module.exports = { name: 'p2', register(server) { server.route([{ method: 'PATCH', path: '/p2', handler: () => 1 }]); } }; // entry: PATCH /p2
// file: plugin3.js
const plugin3 = { name: 'p3', register: (server, o) => { server.route({ method: 'GET', path: '/p3', handler() { return 1; } }); } }; // entry: GET /p3
module.exports = plugin3;
