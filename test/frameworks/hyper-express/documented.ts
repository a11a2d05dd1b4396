// https://github.com/kartikk221/hyper-express/blob/master/docs/Router.md

// file: app.js
import HyperExpress from 'hyper-express';
const webserver = new HyperExpress.Server();
webserver.get('/', (request, response) => { response.send('Hello World'); }); // entry: GET /
webserver.post('/o', { middlewares: [mw], max_body_length: 100 }, async (request, response) => { const b = await request.json(); return response.json(b); }); // entry: POST /o
webserver.any('/any', (req, res) => {}); // entry: ALL /any
webserver.use('/api', mw);
function mw(req, res, next) { next(); }
const router = new HyperExpress.Router();
router.get('/x/:id', async (req, res) => {}); // entry: GET /r/x/:id
router.ws('/connect', { idle_timeout: 60 }, (ws) => { ws.on('message', (m) => {}); }); // entry: socket /r/connect
router.upgrade('/up', (req, res) => {});
webserver.route('/chain').get((req, res) => {}).post((req, res) => {}); // entry: GET /chain // entry: POST /chain
webserver.use('/r', router);
webserver.listen(80);
