// file: server.js
const express = require('express'), bodyParser = require('body-parser');
const app = express();
app.use(bodyParser.json());
require('./routes')(app);
require('./app/routes/note.routes.js')(app, {});
const routes = require('./routes/list');
routes.forEach(r => app[r.method](r.path, r.handler)); // entry: GET /t1 // entry: POST /t2
['get','post'].forEach(m => app[m]('/dyn', (req,res)=>res.end())); // entry: GET /dyn // entry: POST /dyn
for (const [path, fn] of Object.entries({ '/e1': one, '/e2': one })) app.get(path, fn); // entry: GET /e1 // entry: GET /e2
function one(req,res){res.end()}
app.listen(1);
// file: routes/index.js
module.exports = (app) => {
  app.use('/users', require('./users'));
  app.get('/health', (req, res) => res.send('ok')); // entry: GET /health
};
// file: routes/users.js
const router = require('express').Router();
const ctrl = require('../controllers/user');
router.get('/', ctrl.list); // entry: GET /users
router.get('/:id', ctrl.get); // entry: GET /users/:id
router.post('/', ctrl.create); // entry: POST /users
module.exports = router;
// file: controllers/user.js
exports.list = (req,res)=>res.json([]);
exports.get = async (req,res)=>res.json({});
module.exports.create = (req,res)=>res.json({});
// file: routes/list.js
module.exports = [
 { method: 'get', path: '/t1', handler: (req,res)=>res.end() },
 { method: 'post', path: '/t2', handler: (req,res)=>res.end() },
];
// file: app/routes/note.routes.js
module.exports = function(app, db) {
  const notes = require('../controllers/note.js');
  app.post('/notes', notes.create); // entry: POST /notes
  app.get('/notes/:noteId', notes.findOne); // entry: GET /notes/:noteId
}
// file: app/controllers/note.js
exports.create = (req,res)=>{res.send()};
exports.findOne = (req,res)=>{res.send()};
