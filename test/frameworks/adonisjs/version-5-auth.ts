// The middleware that version 5 writes into every service asks each guard in turn.
// file: start/routes.ts
import Route from "@ioc:Adonis/Core/Route";
Route.get("/boards", "BoardsController.index").middleware("auth"); // entry: GET /boards
Route.post("/boards", "BoardsController.store").middleware("auth:api"); // entry: POST /boards
Route.post("/login", "BoardsController.login"); // entry: POST /login
// file: start/kernel.ts
import Server from "@ioc:Adonis/Core/Server";
Server.middleware.registerNamed({ auth: () => import("App/Middleware/Auth") });
// file: app/Middleware/Auth.ts
import { AuthenticationException } from "@adonisjs/auth/build/standalone";
export default class AuthMiddleware {
  protected async authenticate(auth, guards) {
    let guardLastAttempted: string | undefined;
    for (let guard of guards) {
      guardLastAttempted = guard;
      if (await auth.use(guard).check()) { // guard: authentication auth
        auth.defaultGuard = guard;
        return true;
      }
    }
    throw new AuthenticationException("Unauthorized access", "E_UNAUTHORIZED_ACCESS", guardLastAttempted);
  }

  public async handle({ auth }, next, customGuards) {
    const guards = customGuards.length ? customGuards : [auth.name];
    await this.authenticate(auth, guards);
    await next();
  }
}
// file: app/Controllers/Http/BoardsController.ts
export default class BoardsController {
  public async index() {
    return [];
  }

  public async store({ request }) {
    return request.validate(BoardValidator); // guard: validation request.validate
  }

  public async login({ request, auth }) {
    return auth.use("api").attempt(request.input("email"), request.input("password")); // guard: authentication auth.use("api").attempt
  }
}
