// https://github.com/pedronauck/micro-router

// file: package.json
{ "name": "m", "main": "index.js", "scripts": { "start": "micro" }, "dependencies": { "micro": "10" } }
// file: index.js
const { send, json } = require('micro');
const { router, get, post, withNamespace } = require('microrouter');
const hello = async (req, res) => send(res, 200, 'x');
const ns = withNamespace('/admin');
module.exports = router(get('/hello/:who', hello), post('/', async (req, res) => { const b = await json(req); send(res, 200, b); }), ns(get('/x', hello))); // entry: GET /hello/:who // entry: POST / // entry: GET /admin/x
