// The middleware that version 5 of AdonisJS begins with asks `check()`; people sign in by `attempt`.
// file: start/routes.ts
import Route from "@ioc:Adonis/Core/Route";
Route.post("/accounts", "AccountsController.store");
Route.post("/sessions", "SessionsController.store");
Route.get("/letters", "AccountsController.letters");
Route.get("/addresses", "AccountsController.addresses");
Route.group(() => {
  Route.delete("/accounts", "AccountsController.clear");
}).middleware("auth");
// file: start/kernel.ts
import Server from "@ioc:Adonis/Core/Server";
Server.middleware.registerNamed({ auth: () => import("App/Middleware/Auth") });
// file: app/Middleware/Auth.ts
import { AuthenticationException } from "@adonisjs/auth/build/standalone";
export default class AuthMiddleware {
  protected async authenticate(auth, guards) {
    for (const guard of guards) {
      if (await auth.use(guard).check()) {
        auth.defaultGuard = guard;
        return true;
      }
    }
    throw new AuthenticationException("Unauthorized access", "E_UNAUTHORIZED_ACCESS");
  }
  public async handle({ auth }, next, customGuards) {
    const guards = customGuards.length ? customGuards : [auth.name];
    await this.authenticate(auth, guards);
    await next();
  }
}
// file: database/migrations/1_users.ts
import BaseSchema from "@ioc:Adonis/Lucid/Schema";
export default class extends BaseSchema {
  protected tableName = "users";
  public async up() {
    this.schema.createTable(this.tableName, (table) => {
      table.increments("id");
      table.string("email").unique();
      table.string("password");
    });
  }
}
// file: app/Models/User.ts
import { BaseModel, column } from "@ioc:Adonis/Lucid/Orm";
export default class User extends BaseModel {
  @column()
  public email: string;
}
// file: app/Controllers/Http/AccountsController.ts
import Database from "@ioc:Adonis/Lucid/Database";
import User from "App/Models/User";
export default class AccountsController {
  public async store({ request }) {
    const sent = await request.validate(Object);
    return User.create({ ...sent, news: true }); // silent: somebody signs up, with the password that the migration knows of
  }
  public async letters() { // expect: missing-authentication
    return Database.from("users").select("*");
  }
  public async addresses({ response }) { // expect: missing-authentication
    return response.ok(await Database.from("users").select("*"));
  }
  public async clear() {
    await Database.from("users").delete(); // silent: whoever is signed in
  }
}
// file: app/Controllers/Http/SessionsController.ts
import User from "App/Models/User";
export default class SessionsController {
  public async store({ request, auth }) {
    const email = request.input("email");
    const password = request.input("password");
    const user = await User.findByOrFail("email", email); // silent: it signs in
    const token = await auth.use("api").attempt(email, password);
    return { user, token };
  }
}
