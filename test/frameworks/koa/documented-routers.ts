// https://github.com/koajs/router/blob/master/API.md · https://github.com/koajs/joi-router · https://github.com/steambap/koa-tree-router

// file: app.js
const Koa = require('koa');
const Router = require('@koa/router');
const treeRouter = require('koa-tree-router');
const joi = require('koa-joi-router');
const app = new Koa();
const router = new Router();
router.get('/', (ctx, next) => {}); // entry: GET /
router.get('/users/:id', (ctx, next) => next(), (ctx) => { ctx.body = 1 }); // entry: GET /users/:id
router.use(['/users', '/admin'], (ctx, next) => next());
router.get(['/one', '/two'], ctx => {}); // entry: GET /one // entry: GET /two
router.post('name', ['/n1', '/n2'], ctx => {}); // entry: POST /n1 // entry: POST /n2
router.link('/l', ctx => {}).unlink('/l', ctx => {}); // entry: LINK /l // entry: UNLINK /l
router.get('/{:optional}', ctx => {}); // entry: GET /{:optional}
router['delete']('/x', ctx => {}); // entry: DELETE /x
const host = new Router({ host: 'example.domain', methods: ['GET'], prefix: '/:lang' });
host.get('/h', ctx => {}); // entry: GET /:lang/h
const nested = new Router(); nested.get('/pages', ctx => {}); // entry: GET /:lang/nested/pages
host.use('/nested', nested.routes());
const pre = new Router(); pre.prefix('/things/:thing_id'); pre.get('/', ctx => {}); // entry: GET /things/:thing_id
app.use(router.routes()).use(host.routes()).use(pre.routes()).use(router.allowedMethods());
const tree = new treeRouter({ prefix: '/tree' });
tree.get('/', ctx => {}); // entry: GET /tree
tree.on('GET', '/on/:name', ctx => {}); // entry: GET /tree/on/:name
const g = tree.newGroup('/foo'); g.get('/', ctx => {}); g.get('/bar', ctx => {}); // entry: GET /tree/foo // entry: GET /tree/foo/bar
app.use(tree.routes());
const pub = joi();
pub.get('/jr', async (ctx) => { ctx.body = 'hello'; }); // entry: GET /pp/jr
pub.route({ method: 'post', path: '/signup', validate: { body: {}, type: 'json' }, handler: async (ctx) => { ctx.status = 201; } }); // entry: POST /pp/signup
pub.route({ method: ['PUT', 'PATCH'], path: '/many/:id', handler: [async (ctx, n) => n(), async (ctx) => {}] }); // entry: PUT /pp/many/:id // entry: PATCH /pp/many/:id
pub.route([{ method: 'get', path: '/r1', handler: async () => {} }, { method: 'get', path: '/r2', handler: async () => {} }]); // entry: GET /pp/r1 // entry: GET /pp/r2
pub.prefix('/pp');
app.use(pub.middleware());
app.listen(3000);
