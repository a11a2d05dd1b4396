// file: src/app/app.controller.ts
import { controller, Get, HttpResponseOK } from "@foal/core";
import { ApiController } from "./api.controller";

export class AppController {
  subControllers = [controller("/api", ApiController)];

  @Get("/")
  index() { // entry: GET /
    return new HttpResponseOK("hello");
  }
}

// file: src/app/api.controller.ts
import { Context, controller, Delete, Get, HttpResponseOK, Post } from "@foal/core";
import { JWTRequired } from "@foal/jwt";
import { OrdersController } from "./orders.controller";

@JWTRequired() // guard: authentication JWTRequired
export class ApiController {
  subControllers = [controller("/orders", OrdersController)];

  @Get("/me")
  me(ctx: Context) { // entry: GET /api/me
    return new HttpResponseOK(ctx.user);
  }
}

// file: src/app/orders.controller.ts
import { Context, Delete, HttpResponseOK, PermissionRequired, Post } from "@foal/core";

export class OrdersController {
  @Post()
  create(ctx: Context, params: object, body: object) { // entry: POST /api/orders
    return new HttpResponseOK(body);
  }

  @PermissionRequired("delete-orders") // guard: role PermissionRequired
  @Delete("/:id")
  remove(ctx: Context, { id }: { id: string }) { // entry: DELETE /api/orders/:id
    return new HttpResponseOK();
  }
}
