// file: start/routes.ts
import Route from '@ioc:Adonis/Core/Route'
Route.get('/', async () => 1) // entry: GET /
Route.post('login', 'AuthController.login') // entry: POST /login
Route.group(() => { Route.get('/users', 'UsersController.index') }).prefix('/api').middleware('auth') // entry: GET /api/users
Route.resource('things', 'ThingsController').apiOnly() // entry: GET /things // entry: POST /things // entry: GET /things/:id // entry: PUT /things/:id // entry: PATCH /things/:id // entry: DELETE /things/:id
Route.delete('/users/:id', '../../Accounts/AccountsController.close').middleware(['auth:api', 'admin']) // entry: DELETE /users/:id
// file: start/kernel.ts
import Server from '@ioc:Adonis/Core/Server'
Server.middleware.registerNamed({ auth: () => import('App/Middleware/Auth'), admin: 'App/Middleware/Admin' })
// file: app/Middleware/Auth.ts
export default class Auth {
  public async handle({ auth }, next, guards) {
    await auth.use(guards[0]).authenticate() // guard: authentication auth
    await next()
  }
}
// file: app/Middleware/Admin.ts
export default class Admin {
  public async handle({ auth, response }, next) {
    if (auth.user.role !== 'admin') return response.forbidden() // guard: role admin
    await next()
  }
}
// file: app/Accounts/AccountsController.ts
import Database from '@ioc:Adonis/Lucid/Database'
export default class AccountsController {
  public async close({ params }) {
    await Database.from('accounts').where('id', params.id).delete() // effect: write database accounts
  }
}
// file: app/Controllers/Http/AuthController.ts
export default class AuthController { public async login({ request }) {} }
// file: app/Controllers/Http/UsersController.ts
export default class UsersController { public async index() {} }
