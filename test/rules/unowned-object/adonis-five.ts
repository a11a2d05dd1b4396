// Behind the middleware that version 5 of AdonisJS begins with.
// file: start/routes.ts
import Route from "@ioc:Adonis/Core/Route";
Route.group(() => {
  Route.get("/items", "ItemsController.index");
  Route.delete("/items/:id", "ItemsController.destroy");
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
// file: app/Controllers/Http/ItemsController.ts
import Database from "@ioc:Adonis/Lucid/Database";
export default class ItemsController {
  public async index({ auth }) {
    return Database.from("items").where("user_id", auth.user.id).select("*");
  }
  public async destroy({ request }) {
    await Database.from("items").where("id", request.param("id")).delete(); // expect: unowned-object
  }
}
