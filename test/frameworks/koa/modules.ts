// file: index.js
const Koa = require('koa');
const mount = require('koa-mount');
const compose = require('koa-compose');
const combineRouters = require('koa-combine-routers');
const app = module.exports = new Koa();
const api = require('./api');
const a = require('./a'), b = require('./b');
app.use(mount('/api', api));
app.use(combineRouters(a, b)());
app.use(require('./c').routes());
const routers = require('./d');
Object.keys(routers).forEach(k => app.use(routers[k].routes()));
require('./e')(app);
// file: api.js
const Koa = require('koa'); const Router = require('koa-router');
const api = new Koa(); const r = Router();
r.prefix('/v1');
r.get('/x', async ctx => {}).post('/y', async ctx => {}); // entry: GET /api/v1/x // entry: POST /api/v1/y
api.use(r.routes());
module.exports = api;
// file: a.js
const Router = require('koa-router'); const router = new Router(); router.get('/a', ctx => {}); module.exports = router; // entry: GET /a
// file: b.js
const Router = require('koa-router'); const router = new Router(); router.get('/b', ctx => {}); module.exports = router; // entry: GET /b
// file: c.js
const router = require('koa-router')({ prefix: '/c' }); router.put('/:id', ctx => {}); module.exports = router; // entry: PUT /c/:id
// file: d.js
const Router = require('@koa/router'); 
const d1 = new Router(); d1.get('/d1', ctx => {}); // entry: GET /d1
const d2 = new Router().get('/d2', ctx => {}); // entry: GET /d2
module.exports = { d1, d2 };
// file: e.js
const { Router } = require('@koa/router');
module.exports = (app) => { const r = new Router(); r.head('/e', ctx => {}); app.use(r.middleware()); }; // entry: HEAD /e
