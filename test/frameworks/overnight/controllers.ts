import { ChildControllers, ClassMiddleware, Controller, Delete, Get, Middleware, Post, Server } from "@overnightjs/core";
import { Request, Response } from "express";

function signedIn(req: Request, res: Response, next: () => void) {
  if (!req.user) return res.status(401).end(); // guard: authentication signedIn
  next();
}

@Controller("users")
@ClassMiddleware(signedIn)
class UserController {
  @Get(":id")
  private get(req: Request, res: Response) { // entry: GET /api/users/:id
    return res.status(200).json({});
  }

  @Post("")
  @Middleware([signedIn])
  private add(req: Request, res: Response) {} // entry: POST /api/users

  @Delete("delete/:id")
  private remove(req: Request, res: Response) {} // entry: DELETE /api/users/delete/:id
}

function fromHouse(req: Request, res: Response, next: () => void) {
  if (!req.user) return res.status(401).end(); // guard: authentication fromHouse
  next();
}

@Controller("keys")
class KeyController {
  @Get()
  private list(req: Request, res: Response) {} // entry: GET /api/staff/keys
}

@Controller("staff")
@ClassMiddleware(fromHouse)
@ChildControllers([new KeyController()])
class StaffController {}

@Controller("api")
@ChildControllers([new UserController(), new StaffController()])
class ApiController {
  @Get()
  private root(req: Request, res: Response) {} // entry: GET /api
}

class App extends Server {
  constructor() {
    super();
    this.addControllers([new ApiController()]);
  }
}
new App();
