/** What the parameters of a handler are given, by their decorators. https://docs.nestjs.com/custom-decorators */

import type { InputSource, Term } from "../../model/term.ts";
import type { DecoratorView, HandlerShape, MethodView, ParameterShape, Program } from "../define-framework.ts";
import { customParameter } from "../reading/custom-parameter.ts";
import { transformOf } from "./pipes.ts";

const SOURCES: Readonly<Record<string, InputSource>> = {
  Body: "body",
  RawBody: "body",
  TypedBody: "body",
  EncryptedBody: "body",
  PlainBody: "body",
  Param: "params",
  TypedParam: "params",
  Query: "query",
  TypedQuery: "query",
  Headers: "headers",
  TypedHeaders: "headers",
  Ip: "headers",
  HostParam: "headers",
  Session: "session",
  Req: "request",
  Request: "request",
  Res: "response",
  Response: "response",
  Next: "next",
  UploadedFile: "files",
  UploadedFiles: "files",
  Payload: "message",
  MessageBody: "message",
  Ctx: "context",
  ConnectedSocket: "request",
  Args: "arguments",
  Parent: "arguments",
  Root: "arguments",
  Context: "context",
  Info: "context",
};

/** `rest` is what parameters without a decorator are; `pipes` stand on the handler and its class. */
export function handlerShape(
  program: Program,
  method: MethodView,
  rest: ParameterShape,
  pipes: readonly Term[] = [],
): HandlerShape {
  return {
    parameters: method.parameters.map((parameter) => {
      for (const decorator of parameter.decorators) {
        const shape = parameterShape(program, decorator);
        if (!shape) continue;
        const own = decorator.arguments.flatMap((argument) => program.terms.items(argument));
        return shape === "body" ? readByPipe(program, [...pipes, ...own]) : shape;
      }
      return rest;
    }),
    returns: "response",
  };
}

/** The body, or what a pipe of the workspace's own makes of it with a schema: `return this.schema.parse(value)`. */
function readByPipe(program: Program, pipes: readonly Term[]): ParameterShape {
  for (const pipe of pipes) {
    const transform = transformOf(program, pipe);
    const read = transform && program.terms.result(transform, ["body"]);
    if (read?.kind === "external" && read.arguments && !read.package.startsWith("global:")) return { term: read };
  }
  return "body";
}

function parameterShape(program: Program, decorator: DecoratorView): ParameterShape | undefined {
  if (decorator.name === "createParamDecorator")
    // `const CurrentUser = createParamDecorator((data, context) => context.switchToHttp().getRequest().user)`
    return customParameter(program, decorator, { given: (data) => [data, "context"] });
  const source = SOURCES[decorator.name];
  if (!source) return isOfPackage(decorator) && ABOUT_CALLER.test(decorator.name) ? "identity" : undefined;
  const key = decorator.arguments[0]?.kind === "literal" ? decorator.text(0) : namedByOption(program, decorator);
  return key === undefined || /[^\w-]/.test(key) ? source : `${source}.${key}`;
}

/** `@Args({ name: "id", type: () => ID })`. https://docs.nestjs.com/graphql/resolvers#args-decorator-options */
function namedByOption({ terms }: Program, { name, arguments: [options] }: DecoratorView): string | undefined {
  return name === "Args" && options ? terms.text(terms.member(options, "name")) : undefined;
}

/** A decorator of a package that cannot be read: its name is all there is. */
function isOfPackage({ term }: DecoratorView): boolean {
  return term.kind === "external" && !term.package.startsWith("@nestjs/");
}

/** `@GetUser()`, `@AuthenticatedAccount()`, `@TokenClaims()`. */
const ABOUT_CALLER = /user|account|principal|identity|claims|session|caller|jwt|authenticat|^me$/i;
