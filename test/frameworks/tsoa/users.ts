// file: tsoa.json
{ "entryFile": "src/app.ts", "spec": { "outputDirectory": "build", "specVersion": 3, "basePath": "/described" }, "routes": { "routesDir": "build", "basePath": "/v1" } }

// file: src/users.ts
import { Body, Controller, Delete, Get, Middlewares, Path, Post, Query, Request, Route, Security, SuccessResponse, Tags } from "tsoa";

@Route("users")
@Tags("Users")
export class UsersController extends Controller {
  @Get("{userId}")
  public async getUser(@Path() userId: number, @Query() name?: string) {} // entry: GET /v1/users/:userId

  @Security("jwt") // guard: authentication Security
  @SuccessResponse("201", "Created")
  @Post()
  public async createUser(@Body() user: object) {} // entry: POST /v1/users

  @Security("jwt", ["admin"]) // guard: role Security
  @Delete("{userId}/sessions/{sessionId}")
  public async endSession(userId: number, sessionId: string) {} // entry: DELETE /v1/users/:userId/sessions/:sessionId
}
