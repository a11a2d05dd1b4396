// file: src/config/config.default.ts
export default { koa: { port: 7001, globalPrefix: "/v1" } };

// file: src/middleware/signed-in.ts
import { Middleware } from "@midwayjs/core";

@Middleware()
export class SignedIn {
  resolve() {
    return async (ctx: any, next: () => Promise<void>) => {
      if (!ctx.state.user) {
        ctx.status = 401;
        return;
      }
      await next();
    };
  }
}

// file: src/controller/user.ts
import { Body, Controller, Del, Get, Param, Post, Query } from "@midwayjs/core";
import { SignedIn } from "../middleware/signed-in";

@Controller("/users", { middleware: [SignedIn] })
export class UserController {
  @Get("/")
  async list(@Query("page") page: string) {} // entry: GET /v1/users

  @Post("/", { middleware: [SignedIn] })
  async create(@Body() user: object) {} // entry: POST /v1/users

  @Del("/:id")
  async remove(@Param("id") id: string) {} // entry: DELETE /v1/users/:id
}
