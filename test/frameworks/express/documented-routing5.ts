// https://expressjs.com/en/guide/routing.html · https://expressjs.com/en/5x/api.html · https://developer.mozilla.org/en-US/docs/Learn/Server-side/Express_Nodejs

// file: app.js
const express = require('express')
const app = express()
const admin = express() // the sub app
const secret = express()
const birds = require('./birds')
app.get('/*splat', async (req, res) => { res.send('ok') }) // entry: GET /*splat
app.get('/{*splat}', async (req, res) => { res.send('ok') }) // entry: GET /{*splat}
app.get('/:file{.:ext}', async (req, res) => { res.send('ok') }) // entry: GET /:file{.:ext}
app.get(['/discussion/:slug', '/page/:slug'], async (req, res) => { res.status(200).send('ok') }) // entry: GET /discussion/:slug // entry: GET /page/:slug
app.get(/a/, (req, res) => { res.send('/a/') }) // entry: GET /a
app.get(/^\/commits\/(\w+)(?:\.\.(\w+))?$/, (req, res) => { res.send('x') }) // entry: GET /^\/commits\/(\w+)(?:\.\.(\w+))?$
app.get('/random.text', (req, res) => { res.send('random.text') }) // entry: GET /random.text
app.get('/users/:userId/books/:bookId', (req, res) => { res.send(req.params) }) // entry: GET /users/:userId/books/:bookId
app.get('/plantae/:genus.:species', (req, res) => { res.send(req.params) }) // entry: GET /plantae/:genus.:species
app.route('/events')
  .all((req, res, next) => { next() }) // entry: ALL /events
  .get((req, res, next) => { res.json({}) }) // entry: GET /events
  .post((req, res, next) => { next(new Error('not implemented')) }) // entry: POST /events
admin.get('/', (req, res) => { console.log(admin.mountpath); res.send('Admin Homepage') }) // entry: GET /adm*n // entry: GET /manager
secret.get('/', (req, res) => { res.send('Admin Secret') }) // entry: GET /adm*n/secr*t // entry: GET /manager/secr*t
admin.use('/secr*t', secret)
app.use(['/adm*n', '/manager'], admin)
app.use('/birds', birds)
const router = express.Router({ caseSensitive: true, mergeParams: true, strict: false })
router.use((req, res, next) => { next() })
router.use('/user/:id', (req, res, next) => { next() }, (req, res, next) => { next() })
router.get('/user/:id', (req, res, next) => { if (req.params.id === '0') next('route'); else next() }, (req, res, next) => { res.render('regular') }) // entry: GET /user/:id
router.get('/user/:id', (req, res, next) => { res.render('special') }) // entry: GET /user/:id
app.use('/', router)
const r1 = express.Router(); r1.get('/', (req, res, next) => { next() }) // entry: GET /r1 // entry: GET /r3
const r2 = express.Router(); r2.get('/', (req, res, next) => { next() }) // entry: GET /r1
app.use('/r1', r1, r2)
app.use('/r3', [mw1, r1])
function mw1 (req, res, next) { next() }
app.use('/static', express.static('public'))
app.use((err, req, res, next) => { res.status(500).send('Something broke!') })
app.listen(3000, () => {})
// file: birds.js
const express = require('express')
const router = express.Router()
const timeLog = (req, res, next) => { next() }
router.use(timeLog)
router.get('/', (req, res) => { res.send('Birds home page') }) // entry: GET /birds
router.get('/about', (req, res) => { res.send('About birds') }) // entry: GET /birds/about
module.exports = router
