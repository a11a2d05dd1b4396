// file: app.js
const _ = require('koa-route');
const Koa = require('koa');
const app = new Koa();
const db = {};
const pets = { list: (ctx) => { ctx.body = 'x'; }, show: (ctx, name) => { ctx.body = name; } };
app.use(_.get('/pets', pets.list)); // entry: GET /pets
app.use(_.get('/pets/:name', pets.show)); // entry: GET /pets/:name
app.use(_.post('/pets', pets.list)); // entry: POST /pets
app.listen(3000);
