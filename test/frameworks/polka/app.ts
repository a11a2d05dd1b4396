// file: index.js
const polka = require('polka');
polka().use((q,s,n)=>n()).get('/users/:id', (req, res) => { res.end('x'); }).post('/x', (req,res)=>res.end()).listen(3000); // entry: GET /users/:id // entry: POST /x
const sub = polka(); sub.get('/s', (q,s)=>s.end()); // entry: GET /sub/s
const main = polka(); main.use('/sub', sub); main.add('PATCH', '/add', (q,s)=>s.end()); // entry: PATCH /add
