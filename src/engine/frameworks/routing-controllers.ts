// https://github.com/typestack/routing-controllers#readme
import type { Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type ParameterShape,
  type RegisterCall,
  type Registry,
} from "./define-framework.ts";
import { customParameter } from "./reading/custom-parameter.ts";
import { checked, middlewareOf, registerControllers, VERBS } from "./reading/decorated-controllers.ts";
import { EXPRESS_MEMBERS, EXPRESS_METHODS, EXPRESS_RESPONSES } from "./reading/express-request.ts";

/** What a request is to a decorator of the project's own: `(action) => action.request.user`. */
const ACTION: ParameterShape = { fields: { request: "request", response: "response" } };

export default defineFramework({
  title: "routing-controllers",
  packages: ["routing-controllers"],
  receivers: [""],
  handler: { parameters: [], returns: "response" },
  members: { ...EXPRESS_MEMBERS, "context.request": "request", "context.state": "identity" },
  methods: EXPRESS_METHODS,
  responses: EXPRESS_RESPONSES,
  errors: {
    "new UnauthorizedError()": 401,
    "new ForbiddenError()": 403,
    "new NotFoundError()": 404,
    "new BadRequestError()": 400,
    "new HttpError()": 500,
  },
  calls: {
    "createExpressServer|createKoaServer": (call, model) => keepOptions(call, model, call.argument(0)),
    "useExpressServer|useKoaServer": (call, model) => keepOptions(call, model, call.argument(1)),
  },
  assemble: (program, model) => {
    const kept = (name: string): Term | undefined =>
      program.receivers.map((receiver) => model.on(receiver).kept(name)).find((value) => value !== undefined);
    const prefix = program.terms.text(kept("prefix"));
    registerControllers(program, model, {
      packages: new Set(["routing-controllers"]),
      controllers: new Set(["Controller", "JsonController"]),
      verbs: VERBS,
      route: ({ name, text }) => {
        const [method, path] = [text(0), text(1)];
        return name === "Method" && method !== undefined && path !== undefined ? { method, path } : undefined;
      },
      parameters: {
        Param: "params",
        Params: "params",
        QueryParam: "query",
        QueryParams: "query",
        Body: "body",
        BodyParam: "body",
        HeaderParam: "headers",
        HeaderParams: "headers",
        CookieParam: "cookies",
        CookieParams: "cookies",
        Session: "session",
        SessionParam: "session",
        UploadedFile: "files",
        UploadedFiles: "files",
        CurrentUser: "identity",
        Req: "request",
        Res: "response",
        Ctx: "context",
        State: "identity",
      },
      // https://github.com/typestack/routing-controllers#custom-parameter-decorators
      custom: {
        createParamDecorator: (decorator, program) =>
          customParameter(program, decorator, { option: "value", given: () => [ACTION] }),
      },
      undecorated: () => "arguments",
      ahead: (decorator, program): readonly Handler[] => {
        if (decorator.name === "Authorized")
          return [checked(decorator, decorator.arguments.length > 0 ? "role" : "authentication")];
        return decorator.name === "UseBefore" ? middlewareOf(program, decorator.arguments, decorator, ["use"]) : [];
      },
      returns: "response",
      ...(prefix === undefined ? {} : { prefix }),
    });
  },
});

function keepOptions(call: RegisterCall, model: Registry, options: Term | undefined): void {
  const prefix = call.terms.member(options, "routePrefix");
  if (prefix) model.keep("prefix", prefix);
}
