// file: src/app.ts
import { createExpressServer } from "routing-controllers";
import { UserController } from "./users";

createExpressServer({ routePrefix: "/api", controllers: [UserController], authorizationChecker: async () => true }).listen(3000);

// file: src/users.ts
import { Authorized, Body, CurrentUser, Get, JsonController, Param, Post, UseBefore } from "routing-controllers";
import { audit } from "./audit";

@JsonController("/users")
export class UserController {
  @Get()
  list() {} // entry: GET /api/users

  @Get("/:id")
  one(@Param("id") id: number) {} // entry: GET /api/users/:id

  @Authorized("ADMIN") // guard: role Authorized
  @Post("/")
  create(@Body() user: object, @CurrentUser() me: object) {} // entry: POST /api/users

  @UseBefore(audit)
  @Get("/audit")
  audited() {} // entry: GET /api/users/audit
}

@JsonController()
export class StatusController {
  @Get("/status")
  status() {} // entry: GET /api/status
}

// file: src/audit.ts
export function audit(request: any, response: any, next: () => void) {
  next();
}
