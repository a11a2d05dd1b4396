// file: start/routes.ts
import Route from '@ioc:Adonis/Core/Route'
Route.get('/', async () => 1) // entry: GET /
Route.post('login', 'AuthController.login') // entry: POST /login
Route.group(() => { Route.get('/users', 'UsersController.index') }).prefix('/api').middleware('auth') // entry: GET /api/users
Route.resource('things', 'ThingsController').apiOnly() // entry: GET /things // entry: POST /things // entry: GET /things/:id // entry: PUT /things/:id // entry: PATCH /things/:id // entry: DELETE /things/:id
// file: app/Controllers/Http/AuthController.ts
export default class AuthController { public async login({ request }) {} }
// file: app/Controllers/Http/UsersController.ts
export default class UsersController { public async index() {} }
