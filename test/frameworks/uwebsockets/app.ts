// file: index.js
const uWS = require('uWebSockets.js');
const app = uWS.App().get('/*', (res, req) => { res.end('x'); }).post('/p', (res, req) => {}).del('/d', (r) => {}).any('/any', (r) => {}).ws('/ws', { message: (ws, m) => {} }).listen(9001, () => {}); // entry: GET /* // entry: POST /p // entry: DELETE /d // entry: ALL /any // entry: socket /ws
uWS.SSLApp({}).put('/u', (res, req) => {}); // entry: PUT /u
