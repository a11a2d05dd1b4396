// file: src/Server.ts
import { Configuration } from "@tsed/di";
import { ApiController } from "./controllers/ApiController.js";

@Configuration({ mount: { "/rest": [ApiController, "./controllers/files/**/*.ts"] } })
export class Server {}

// file: src/controllers/ApiController.ts
import { Controller } from "@tsed/di";
import { Get } from "@tsed/schema";
import { UsersController } from "./UsersController.js";

@Controller({ path: "/api", children: [UsersController] })
export class ApiController {
  @Get("/")
  root() {} // entry: GET /rest/api
}

// file: src/controllers/UsersController.ts
import { UseAuth } from "@tsed/platform-middlewares";
import { Controller } from "@tsed/di";
import { BodyParams, PathParams, QueryParams } from "@tsed/platform-params";
import { Delete, Get, Post } from "@tsed/schema";
import { SignedIn } from "./SignedIn.js";

@Controller("/users")
export class UsersController {
  @Get("/:id")
  get(@PathParams("id") id: string) {} // entry: GET /rest/api/users/:id

  @Post("/")
  @UseAuth(SignedIn, { role: "admin" })
  create(@BodyParams() user: object) {} // entry: POST /rest/api/users
}

// file: src/controllers/SignedIn.ts
export class SignedIn {
  use(req: any, res: any, next: () => void) {
    if (!req.user) throw new Error("401");
    next();
  }
}

// file: src/controllers/files/FilesController.ts
import { Controller } from "@tsed/di";
import { Get } from "@tsed/schema";

@Controller("/files")
export class FilesController {
  @Get("/:name")
  get() {} // entry: GET /rest/files/:name
}
