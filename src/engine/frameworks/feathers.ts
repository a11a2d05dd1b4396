// https://feathersjs.com/api/application · https://feathersjs.com/api/services · https://feathersjs.com/api/hooks · https://feathersjs.com/api/authentication/hook
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { registerHooks } from "./feathers/hooks.ts";
import { METHODS } from "./feathers/methods.ts";

const SHAPES: Readonly<Record<string, readonly ("params.id" | "body" | "context" | "query")[]>> = {
  find: ["context"],
  get: ["params.id", "context"],
  create: ["body", "context"],
  update: ["params.id", "body", "context"],
  patch: ["params.id", "body", "context"],
  remove: ["params.id", "context"],
};

export default defineFramework({
  title: "Feathers",
  packages: ["@feathersjs/feathers", "@feathersjs/express", "@feathersjs/koa", "@feathersjs/authentication"],
  // https://feathersjs.com/api/databases/querying.html
  intake: { typed: true },
  receivers: ["feathers()", "default()", "koa()", "express()", "new Application()"],
  handler: { parameters: ["context"], returns: "response" },
  members: {
    "context.params": "context",
    "context.user": "identity",
    "context.query": "query",
    "context.data": "body",
    "context.id": "params",
    "context.headers": "headers",
    "context.authentication": "headers",
  },
  applications: { "context.app": "feathers()" },
  settings: { puts: "set", takes: "get" },
  calls: {
    use: (call, model) => {
      const path = call.texts(0);
      const at = call.arguments.findIndex((one, index) => index > 0 && mayServe(one));
      const service = call.argument(at);
      if (!path || !service) return;
      const ahead = call.arguments.slice(1, at).map((one) => ({ ...call.terms.handler(one), ...OF_EXPRESS }));
      const allowed = call.terms.texts(call.option(at + 1, "methods"));
      for (const [name, { verb, byId }] of Object.entries(METHODS)) {
        const method: Term | undefined =
          call.terms.member(service, name) ?? (service.kind === "external" ? service : undefined);
        const isOwn = method?.kind === "function" || method?.kind === "external" || method === service;
        if (!isOwn || (allowed && !allowed.includes(name)) || !offers(service, method, name)) continue;
        const handler = call.terms.handler(method, name);
        model.entryPoint({
          kind: "http",
          method: verb,
          path: path.map((one) => (byId ? `${one}/:id` : one)),
          handlers: [...ahead, handler],
          place: handler.place,
          handler: { parameters: SHAPES[name] ?? [], returns: "response" },
        });
      }
      custom(call, model, path, service, allowed ?? []);
    },
    // `app.configure(services)` hands the application on, also as `this`.
    configure: (call, model) => {
      const run = call.argument(0);
      if (run) model.run(run, [{ term: call.receiver }], call.receiver);
    },
    hooks: (call, model) => registerHooks(call, model, undefined),
    "service().hooks": (call, model) => {
      const path = call.terms.text(call.earlier("service", 0));
      if (path !== undefined) registerHooks(call, model, `/${path.replace(/^\/|\/$/g, "")}`);
    },
  },
});

/** Middleware of Express may stand ahead of a service. https://feathersjs.com/api/express#appusepath-service-options */
const OF_EXPRESS: Pick<Handler, "framework" | "shape"> = {
  framework: "express",
  shape: { parameters: ["request", "response", "next"], returns: "nothing" },
};

/** What may be a service, and is no middleware. */
function mayServe(given: Term): boolean {
  return given.kind === "external" ? isAdapter(given) : given.kind !== "function";
}

/** Logging in and out is all that the authentication service does. https://feathersjs.com/api/authentication/service */
function offers(service: Term, method: Term, name: string): boolean {
  const isLogin = [service, method].some(
    (term) => term.kind === "external" && term.path[0] === "new AuthenticationService()",
  );
  return !isLogin || name === "create" || name === "remove";
}

/** Methods of the service's own: `POST /posts` with their name in `X-Service-Method`. https://feathersjs.com/api/services#custom-methods */
function custom(
  call: RegisterCall,
  model: Registry,
  path: readonly string[],
  service: Term,
  allowed: readonly string[],
): void {
  for (const name of allowed.filter((one) => !Object.hasOwn(METHODS, one))) {
    const method = call.terms.member(service, name);
    if (method?.kind !== "function") continue;
    const handler = call.terms.handler(method, name);
    model.entryPoint({
      kind: "http",
      method: "POST",
      path: path.map((one) => `${one}#${name}`),
      handlers: [handler],
      place: handler.place,
      handler: { parameters: ["body", "context"], returns: "response" },
    });
  }
}

/** A service of a package, `new KnexService()`, has all methods. A folder of files, or what a client asks for, is none. */
function isAdapter(service: Term): boolean {
  return service.kind === "external" && OF_SERVICES.test(service.package) && !service.path.includes("service()");
}

const OF_SERVICES =
  /^(?:feathers-|@feathersjs\/(?!client|.*-client|express|koa|feathers$|configuration|socketio|errors))/;
