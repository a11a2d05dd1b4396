// https://docs.nestjs.com/controllers · /modules · /guards · /faq/global-prefix · /techniques/versioning · /microservices/basics · /graphql/resolvers

import type { Term } from "../model/term.ts";
import { defineFramework, type TermView } from "./define-framework.ts";
import { assembleNest } from "./nest/assemble-nest.ts";
import { dispatchFrom } from "./nest/buses.ts";
import { KEYCLOAK, KEYCLOAK_VALUES } from "./nest/keycloak.ts";
import { provideFrom } from "./nest/providers.ts";
import { transactionClient } from "./nest/transactions.ts";
import { EXPRESS_MEMBERS } from "./reading/express-request.ts";

export default defineFramework({
  title: "NestJS",
  packages: [
    "@nestjs/common",
    "@nestjs/core",
    "@nestjs/microservices",
    "@nestjs/schedule",
    "@nestjs/event-emitter",
    "@nestjs/graphql",
    "@nestjs/websockets",
    "@nestjs/bull",
    "@nestjs/bullmq",
    "@nestjs/cqrs",
    "@nestjs/throttler",
    // https://docs.nestjs.com/openapi/mapped-types
    "@nestjs/mapped-types",
    "@nestjs/swagger",
    "@nestjs-cls/transactional",
    KEYCLOAK,
  ],
  hands: { "new TransactionHost().tx": ([adapter]) => transactionClient(adapter) },
  // `inject: [getRepositoryToken(Order)]`
  isToken: (packageName, [name = "", ...rest]) =>
    packageName.startsWith("@nestjs/") && rest.length === 0 && /^get\w+Token\(\)$/.test(name),
  // https://docs.nestjs.com/fundamentals/lifecycle-events
  starts: ["onModuleInit", "onApplicationBootstrap"],
  receivers: [
    "NestFactory.create()",
    "new INestApplication()",
    "new NestExpressApplication()",
    "new MiddlewareConsumer()",
  ],
  handler: { parameters: [], returns: "response" },
  members: {
    ...EXPRESS_MEMBERS,
    "request.raw": "request",
    "request.req": "request",
    "request.request": "request",
    "request.handshake": "headers",
    // `socket.client.conn.request`: the request that opened the socket. https://socket.io/docs/v4/server-api/#clientconn
    "request.client": "request",
    "request.conn": "request",
    // `@Context() context` of a resolver. https://docs.nestjs.com/graphql/resolvers
    "context.req": "request",
  },
  methods: {
    "context.switchToHttp": "context",
    "context.switchToRpc": "context",
    "context.switchToWs": "context",
    "context.getRequest": "request",
    "context.getResponse": "response",
    "context.getClient": "request",
    "context.getData": "message",
    "context.getHandler": "context",
    "context.getClass": "context",
    "context.getArgs": "request",
    "context.getArgByIndex": "request",
    "request.get": "headers",
    "request.header": "headers",
    "request.isAuthenticated": "identity",
    "request.isUnauthenticated": "!identity",
  },
  transports: { "context.getType": "http" },
  values: {
    "GqlExecutionContext.create().getContext": "request",
    "GqlExecutionContext.create().getArgs": "arguments",
    "GqlExecutionContext.create().getInfo": "context",
    "GqlArgumentsHost.create().getContext": "request",
    "GqlArgumentsHost.create().getArgs": "arguments",
    "GqlArgumentsHost.create().getInfo": "context",
    ...KEYCLOAK_VALUES,
  },
  metadata: {
    "new Reflector().get": 0,
    "new Reflector().getAll": 0,
    "new Reflector().getAllAndOverride": 0,
    "new Reflector().getAllAndMerge": 0,
    // `app.get(Reflector)`: the one of the application.
    "NestFactory.create().get().get": 0,
    "NestFactory.create().get().getAllAndOverride": 0,
    "NestFactory.create().get().getAllAndMerge": 0,
    "new INestApplication().get().get": 0,
    "new INestApplication().get().getAllAndOverride": 0,
    "new INestApplication().get().getAllAndMerge": 0,
    "new NestExpressApplication().get().getAllAndOverride": 0,
    "new NestExpressApplication().get().get": 0,
  },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.code": { status: "$0", sets: true },
    "response.sendStatus": { status: "$0" },
    "response.json": { value: "$0" },
    "response.send": { value: "$0" },
    "response.end": { value: "$0" },
    "response.render": { value: "$1" },
    "response.redirect": { redirect: true },
  },
  errors: {
    "new UnauthorizedException()": 401,
    "new ForbiddenException()": 403,
    "new NotFoundException()": 404,
    "new BadRequestException()": 400,
    "new UnprocessableEntityException()": 422,
    "new ConflictException()": 409,
  },
  calls: {
    setGlobalPrefix: (call, model) => {
      model.keep("prefix", call.argument(0) ?? call.terms.literal(""));
      const exclude = call.option(1, "exclude");
      if (exclude) model.keep("exclude", exclude);
    },
    enableVersioning: (call, model) => model.keep("versioning", call.argument(0) ?? call.terms.object({})),
    useGlobalGuards: (call, model) => model.keep("guards", call.terms.array(call.arguments)),
    useGlobalInterceptors: (call, model) => model.keep("interceptors", call.terms.array(call.arguments)),
    useGlobalPipes: (call, model) => model.keep("pipes", call.terms.array(call.arguments)),
    use: (call, model) => {
      const paths = call.texts(0);
      const handlers = call.functions(paths ? 1 : 0).map((handler) => ({
        ...handler,
        term: resolved(handler.term, call.terms),
        shape: EXPRESS_HANDLER,
      }));
      for (const path of paths ?? [undefined])
        model.middleware({ ...(path === undefined ? {} : { path }), handlers, everywhere: true });
    },
    "apply().**.forRoutes": (call, model) => {
      const applied = call.terms.object({
        apply: call.terms.array([0, 1, 2, 3, 4, 5].flatMap((index) => call.earlier("apply", index) ?? [])),
        exclude: call.terms.array([0, 1, 2, 3, 4, 5].flatMap((index) => call.earlier("exclude", index) ?? [])),
        routes: call.terms.array(call.arguments),
      });
      model.keep("applied", call.terms.array([...call.terms.items(model.kept("applied")), applied]));
    },
  },
  provide: provideFrom,
  dispatch: dispatchFrom,
  assemble: assembleNest,
});

const EXPRESS_HANDLER = { parameters: ["request", "response", "next"], returns: "nothing" } as const;

/** `app.get(Tracing).use`: the container gives the one instance of the class. */
function resolved(term: Term, terms: TermView): Term {
  if (term.kind === "bound") return resolved(term.function, terms);
  if (term.kind !== "external") return term;
  const last = term.path.at(-1) ?? "";
  const asked = last.endsWith("()") ? term : term.base;
  if (asked?.kind !== "external" || !/^(?:get|resolve)\(\)$/.test(asked.path.at(-1) ?? "")) return term;
  const [wanted] = asked.arguments ?? [];
  if (wanted?.kind !== "class") return term;
  return terms.member(terms.instance(wanted), asked === term ? "use" : last) ?? term;
}
