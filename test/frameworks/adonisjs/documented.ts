// file: start/routes.ts
import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'
const PostsController = () => import('#controllers/posts_controller')
const UsersController = () => import('#controllers/users_controller')
router.get('/', async ({ view }) => view.render('x')) // entry: GET /
router.post('/login', [UsersController, 'login']) // entry: POST /login
router.any('/any', () => 1) // entry: ALL /any
router.route('/r', ['TRACE'], () => 1) // entry: TRACE /r
router.get('/posts/:id?', () => 1) // entry: GET /posts/:id?
router.get('/files/*', () => 1) // entry: GET /files/*
router.resource('posts', PostsController) // entry: GET /posts // entry: GET /posts/create // entry: POST /posts // entry: GET /posts/:id // entry: GET /posts/:id/edit // entry: PUT /posts/:id // entry: PATCH /posts/:id // entry: DELETE /posts/:id
router.resource('photos', PostsController).apiOnly().except(['destroy']) // entry: GET /photos // entry: POST /photos // entry: GET /photos/:id // entry: PUT /photos/:id // entry: PATCH /photos/:id
router.resource('posts.comments', PostsController).only(['index', 'store']) // entry: GET /posts/:post_id/comments // entry: POST /posts/:post_id/comments
router.group(() => {
  router.get('/me', [UsersController, 'me']).use(middleware.auth()) // entry: GET /api/me
  router.group(() => { router.delete('/x/:id', () => 1) }).prefix('deep') // entry: DELETE /api/deep/x/:id
}).prefix('/api').use(middleware.auth())
router.on('/home').redirect('/x') // entry: GET /home
router.get('/named', '#controllers/users_controller.login').as('n') // entry: GET /named
// file: app/controllers/posts_controller.ts
export default class PostsController { index() { return [] } create(){} store() {} show() {} edit() {} update() {} destroy() {} }
// file: app/controllers/users_controller.ts
export default class UsersController { async login({ request }) {} me() {} }
// file: package.json
{"imports":{"#controllers/*":"./app/controllers/*.js","#start/*":"./start/*.js"}}
// file: start/kernel.ts
import router from '@adonisjs/core/services/router'
export const middleware = router.named({ auth: () => import('#middleware/auth_middleware') })
