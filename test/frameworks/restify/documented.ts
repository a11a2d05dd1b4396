// file: server.js
var restify = require('restify');
var server = restify.createServer();
function respond(req, res, next) { res.send('hello ' + req.params.name); next(); }
server.get('/hello/:name', respond); // entry: GET /hello/:name
server.head('/hello/:name', respond); // entry: HEAD /hello/:name
server.opts('/o', respond); // entry: OPTIONS /o
server.del('/hello/:name', respond); // entry: DELETE /hello/:name
server.post({ path: '/v', version: ['1.0.0','2.0.0'] }, respond); // entry: POST /v
server.get({ name: 'x', path: '/named', version: '1.1.3' }, respond, respond); // entry: GET /named
server.put('/arr', [respond, respond]); // entry: PUT /arr
server.patch('hello', respond); // entry: PATCH /hello
server.get('/vers', restify.plugins.conditionalHandler([{ version: '1.1.3', handler: respond }, { version: '2.0.0', handler: respond }])); // entry: GET /vers
server.get(/^\/([a-zA-Z0-9_\.~-]+)\/(.*)/, respond); // entry: GET /^\/([a-zA-Z0-9_\.~-]+)\/(.*)
require('./routes')(server);
server.listen(8080);
// file: routes.js
const Router = require('restify-router').Router;
module.exports = (server) => {
  const r = new Router();
  r.get('/foo', (req, res, next) => res.send(1)); // entry: GET /prefix/foo
  r.applyRoutes(server, '/prefix');
  const g = new Router();
  g.group('/v1', (q) => { q.get('/bar', (req, res, next) => res.send(1)); }); // entry: GET /v1/bar
  g.applyRoutes(server);
};
