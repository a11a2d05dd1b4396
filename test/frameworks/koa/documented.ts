// file: app.js
const Koa = require('koa');
const Router = require('@koa/router');
const app = new Koa();
const router = new Router({ prefix: '/users' });
router.get('/', (ctx) => { ctx.body = 'x'; }); // entry: GET /users
router.get('user', '/:id', (ctx, next) => { ctx.body = 'x'; }); // entry: GET /users/:id
router.del('/:id', (ctx) => {}); // entry: DELETE /users/:id
router.all('/any', ctx => {}); // entry: ALL /users/any
router.post(['/p1', '/p2'], ctx => {}); // entry: POST /users/p1 // entry: POST /users/p2
router.get(/^\/re(.*)/, ctx => {}); // entry: GET /users/^\/re(.*)
router.redirect('/login', 'sign-in'); // entry: ALL /users/login
router.register('/reg', ['GET','POST'], ctx => {}); // entry: GET /users/reg // entry: POST /users/reg
router.param('user', (id, ctx, next) => next());
const forums = new Router();
const posts = new Router();
posts.get('/', ctx => {}); // entry: GET /forums/:fid/posts
posts.get('/:pid', ctx => {}); // entry: GET /forums/:fid/posts/:pid
forums.use('/forums/:fid/posts', posts.routes(), posts.allowedMethods());
app.use(router.routes()).use(router.allowedMethods());
app.use(forums.routes());
app.listen(3000);
