// file: index.js
const router = require('find-my-way')({ defaultRoute: (req, res) => res.end() });
router.on('GET', '/', (req, res, params) => { res.end('{}') }); // entry: GET /
router.on(['POST', 'PUT'], '/x/:id', (req, res) => {}); // entry: POST /x/:id // entry: PUT /x/:id
router.get('/g', (req, res) => {}); // entry: GET /g
