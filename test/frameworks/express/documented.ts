// file: app.js
const express = require('express');
const app = express();
app.get('/', function (req, res) { res.send('hello'); }); // entry: GET /
app.post('/', (req, res) => res.send('x')); // entry: POST /
app.put('/user', h); app.delete('/user', h); app.patch('/user', h); app.head('/h', h); app.options('/o', h); // entry: PUT /user // entry: DELETE /user // entry: PATCH /user // entry: HEAD /h // entry: OPTIONS /o
app.all('/secret', function (req, res, next) { next() }); // entry: ALL /secret
app.get(/.*fly$/, (req, res) => { res.send('/.*fly$/') }); // entry: GET /.*fly$
app.get('/ab?cd', h); // entry: GET /ab?cd
app.get('/ab*cd', h); // entry: GET /ab*cd
app.get(['/a1', '/a2'], h); // entry: GET /a1 // entry: GET /a2
app.get('/flights/:from-:to', h); // entry: GET /flights/:from-:to
app.get('/user/:userId(\\d+)', h); // entry: GET /user/:userId(\d+)
app.get('/files/*filepath', h); // entry: GET /files/*filepath
app.get('/file{.:ext}', h); // entry: GET /file{.:ext}
app.get('/example/b', (req, res, next) => next(), (req, res) => res.send('Hello from B!')); // entry: GET /example/b
app.get('/example/c', [h, h, h]); // entry: GET /example/c
app.get('/example/d', [h, h], h, h); // entry: GET /example/d
app.route('/book').get(h).post(h).put(h); // entry: GET /book // entry: POST /book // entry: PUT /book
app['get']('/bracket', h); // entry: GET /bracket
app.propfind('/dav', h); // entry: PROPFIND /dav
app.purge('/cache', h); // entry: PURGE /cache
app['m-search']('/ms', h); // entry: M-SEARCH /ms
app.listen(3000);
function h(req, res) { res.send('x'); }
