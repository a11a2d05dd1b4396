// http://restify.com/docs/server-api/

// file: a.js
var restify = require('restify');
const errs = require('restify-errors');
var server = restify.createServer({ name: 'x', versions: ['1.0.0'] });
server.pre(restify.plugins.pre.dedupeSlashes());
server.use(restify.plugins.bodyParser());
server.get('/hello/:name', respond); // entry: GET /hello/:name
server.head('/hello/:name', respond); // entry: HEAD /hello/:name
server.del('hello/:name', function rm(req, res, next) { res.send(204); return next(); }); // entry: DELETE /hello/:name
server.opts('/o', respond); // entry: OPTIONS /o
server.get({ path: '/foo/:id', version: '1.1.3', name: 'Foo' }, respond); // entry: GET /foo/:id
server.get({ url: '/bar/:id', name: 'Bar' }, respond); // entry: GET /bar/:id
server.get({ path: '/multi', version: ['2.0.0', '2.1.0'] }, respond); // entry: GET /multi
server.get('/version/test', restify.plugins.conditionalHandler([{ version: '1.1.3', handler: respond }, { version: ['2.0.0'], handler: respond }])); // entry: GET /version/test
server.post('/chain', function (req, res, next) { return next(); }, [respond]); // entry: POST /chain
server.patch(/^\/([a-zA-Z0-9_\.~-]+)\/(.*)/, respond); // entry: PATCH /^\/([a-zA-Z0-9_\.~-]+)\/(.*)
const Router = require('restify-router').Router;
const r = new Router(); r.get('/r', respond); r.applyRoutes(server, '/prefix'); // entry: GET /prefix/r
server.get('/public/*', restify.plugins.serveStatic({ directory: './' })); // entry: GET /public/*
function respond(req, res, next) { res.send('hello'); next(); }
server.listen(8080);
