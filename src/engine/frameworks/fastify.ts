// https://fastify.dev/docs/latest/Reference/Routes/ · /Reference/Hooks/ · /Reference/Plugins/ · /Reference/Decorators/ · https://github.com/fastify/fastify-autoload
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { HOOK_SHAPE, registerPlugin } from "./fastify/plugins.ts";
import { exportsPlugin, registerStarted } from "./fastify/started-plugin.ts";
import { registerResolvers } from "./reading/resolver-map.ts";

const VERBS =
  "get|post|put|patch|delete|head|options|all|search|propfind|proppatch|mkcol|copy|move|lock|unlock|trace|query";

/** Hooks ahead of the handler that may refuse; later ones run when the answer is made. */
const HOOKS = ["onRequest", "preParsing", "preValidation", "preHandler"] as const;

export default defineFramework({
  title: "Fastify",
  packages: ["fastify"],
  // https://fastify.dev/docs/latest/Reference/Validation-and-Serialization/#serialization
  serializes: true,
  receivers: ["default()", "fastify()", "new FastifyInstance()", "new FastifyZodInstance()"],
  roots: ["default()", "fastify()"],
  adopts: "new FastifyInstance()",
  plugins: {
    FastifyPluginAsync: "new FastifyInstance()",
    FastifyPluginCallback: "new FastifyInstance()",
    FastifyPlugin: "new FastifyInstance()",
    FastifyPluginAsyncTypebox: "new FastifyInstance()",
    FastifyPluginAsyncZod: "new FastifyInstance()",
  },
  handler: { parameters: ["request", "response"], returns: "response" },
  members: {
    "request.body": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.cookies": "cookies",
    "request.session": "session",
    "request.user": "identity",
    "request.auth": "identity",
    "request.currentUser": "identity",
    "request.raw": "request",
    "request.req": "request",
    "response.raw": "response",
    "response.request": "request",
  },
  applications: { "request.server": "new FastifyInstance()", "response.server": "new FastifyInstance()" },
  methods: {
    "request.file": "files",
    "request.files": "files",
    "request.saveRequestFiles": "files",
    "request.parts": "files",
    "request.unsignCookie": "session",
    // https://github.com/fastify/fastify-passport#requestisauthenticated
    "request.isAuthenticated": "identity",
    "request.isUnauthenticated": "!identity",
  },
  // With a `namespace` the method bears its name: `request.accessJwtVerify()`.
  guards: { "request.jwtVerify": "authentication", "request.*JwtVerify": "authentication" },
  responses: {
    "response.code": { status: "$0", sets: true },
    "response.status": { status: "$0", sets: true },
    "response.statusCode=": { status: "$0", sets: true },
    "response.send": { value: "$0" },
    "response.view": { value: "$1" },
    "response.sendFile": {},
    "response.redirect": { redirect: true },
    "response.callNotFound": { status: "=404" },
    "response.unauthorized": { status: "=401" },
    "response.forbidden": { status: "=403" },
    "response.notFound": { status: "=404" },
    "response.badRequest": { status: "=400" },
    "response.conflict": { status: "=409" },
  },
  words: ["@fastify/autoload", "fastify-autoload", "fastify-plugin"],
  files: { matches: () => false, recognises: exportsPlugin, visit: registerStarted },
  calls: {
    [VERBS]: (call, model) => {
      const path = call.texts(0);
      const last = call.arguments.at(-1);
      const options = call.arguments.length > 2 || last?.kind === "object" ? call.argument(1) : undefined;
      const handler = last?.kind === "object" ? call.terms.member(last, "handler") : last;
      if (path && call.arguments.length > 1) route(call, model, [call.method.toUpperCase()], path, options, handler);
    },
    route: (call, model) => {
      const options = call.argument(0);
      const methods = call.terms.texts(call.option(0, "method")) ?? ["*"];
      const path = call.terms.texts(call.option(0, "url")) ?? call.terms.texts(call.option(0, "path")) ?? ["*"];
      route(call, model, methods, path, options, call.option(0, "handler"));
    },
    addHook: (call, model) => {
      const name = call.text(0) ?? "";
      const hook = call.argument(1);
      // It may change what any route says of itself.
      if (name === "onRoute" && hook) model.decorate(name, hook);
      if (!HOOKS.some((hook) => hook === name)) return;
      model.middleware({ handlers: hooks(call, call.argument(1)), everywhere: true });
    },
    register: registerPlugin,
    decorate: (call, model) => {
      const name = call.text(0);
      const value = call.argument(1);
      if (name && value) model.decorate(name, value);
    },
    decorateRequest: (call, model) => decorateMember(call, model, "request"),
    decorateReply: (call, model) => decorateMember(call, model, "response"),
    use: (call, model) => {
      const path = call.text(0);
      const shape = { parameters: ["request", "response", "next"], returns: "nothing" } as const;
      const handlers = call.functions(path === undefined ? 0 : 1).map((handler) => ({ ...handler, shape }));
      model.middleware({ ...(path === undefined ? {} : { path }), handlers, everywhere: true });
    },
    "graphql.defineResolvers": (call, model) => registerResolvers(model, call.terms, call.argument(0)),
    // They give the instance back.
    "withTypeProvider|after|ready|setErrorHandler|setNotFoundHandler|setValidatorCompiler|setSerializerCompiler|addSchema|addContentTypeParser":
      () => {},
  },
});

/** https://fastify.dev/docs/latest/Reference/Decorators/#decoraterequestname-value-dependencies */
function decorateMember(call: RegisterCall, model: Registry, of: "request" | "response"): void {
  const name = call.text(0);
  const value = call.argument(1);
  if (name && value?.kind === "function") model.decorate(`${of}.${name}`, value);
}

function route(
  call: RegisterCall,
  model: Registry,
  methods: readonly string[],
  path: readonly string[],
  options: Term | undefined,
  handler: Term | undefined,
): void {
  if (!handler) return;
  const { terms } = call;
  const before = HOOKS.flatMap((hook) => hooks(call, terms.member(options, hook)));
  const schema = terms.member(options, "schema");
  const checked = ["body", "querystring", "query", "params"].some((part) => terms.member(schema, part));
  const settings = settingsOf(call, model, options);
  const validation: readonly Handler[] =
    schema && checked ? [{ ...terms.handler(schema, "schema"), guard: "validation" }] : [];
  for (const method of methods) {
    model.entryPoint({
      kind: "http",
      method: method === "*" ? "ALL" : method.toUpperCase(),
      path,
      handlers: [...before, ...validation, terms.handler(terms.method(handler, call.receiver))],
      ...(options ? { options } : {}),
      ...(settings ? { settings } : {}),
    });
  }
}

/** https://fastify.dev/docs/latest/Reference/Routes/#config */
function settingsOf({ terms }: RegisterCall, model: Registry, options: Term | undefined): Term | undefined {
  const isKnown = options === undefined || (options.kind === "object" && options.fields.every(({ key }) => key));
  if (!isKnown || model.decorated("onRoute")) return undefined;
  return terms.member(options, "config") ?? terms.object({});
}

/** `preHandler: [a, b]`, `fastify.auth([a, b])`. */
function hooks(call: RegisterCall, term: Term | undefined): readonly Handler[] {
  return call.terms.items(term).flatMap((item): readonly Handler[] => {
    if (item.kind === "external" && item.path.at(-1) === "auth()") return hooks(call, item.arguments?.[0]);
    const name = item.kind === "external" ? (item.path.at(-1) ?? "").replace(/\(\)$/, "") : "";
    return [{ ...call.terms.handler(call.terms.method(item, call.receiver), name), shape: HOOK_SHAPE }];
  });
}
