// https://docs.adonisjs.com/guides/basics/routing · https://docs.adonisjs.com/guides/basics/controllers · https://docs.adonisjs.com/guides/basics/middleware
import type { Term } from "../model/term.ts";
import { singular } from "../schema/singular.ts";
import {
  defineFramework,
  type Handler,
  type HandlerShape,
  type RegisterCall,
  type Registry,
} from "./define-framework.ts";
import type { ReachView } from "./reach.ts";

const VERBS = "get|post|put|patch|delete|any";
/** Actions of a resource, with the verb and what follows its path. */
const RESOURCE: readonly (readonly [name: string, verb: string, suffix: string])[] = [
  ["index", "GET", ""],
  ["create", "GET", "/create"],
  ["store", "POST", ""],
  ["show", "GET", "/:id"],
  ["edit", "GET", "/:id/edit"],
  ["update", "PUT", "/:id"],
  ["update", "PATCH", "/:id"],
  ["destroy", "DELETE", "/:id"],
];

const HELPERS = /^(?:@adonisjs\/core\/helpers|@poppinss\/utils|@ioc:Adonis\/Core\/Helpers)$/;

export default defineFramework({
  title: "AdonisJS",
  packages: ["@adonisjs/core/services/router", "@ioc:Adonis/Core/Route"],
  // https://docs.adonisjs.com/guides/basics/cookies
  intake: { signsCookies: true },
  receivers: ["new Router()", ""],
  words: ["use('Route')", 'use("Route")'],
  reach: {
    name: (view, name) => (name === "use" && view.file.endsWith(".js") ? view.external(FOLD, [USE]) : undefined),
    given: (view, [first], [name]) =>
      first === USE && name?.kind === "literal" ? bound(view, String(name.value)) : undefined,
  },
  handler: { parameters: ["context"], returns: "response" },
  // https://docs.adonisjs.com/guides/references/helpers#compose
  extended: (packageName, path) => (path.at(-1) === "compose()" && HELPERS.test(packageName) ? 0 : undefined),
  members: {
    "context.request": "request",
    "context.response": "response",
    "context.params": "params",
    "context.auth.user": "identity",
    "context.auth.isAuthenticated": "identity",
    "context.auth.isLoggedIn": "identity",
    "context.session": "session",
    "request.headers": "headers",
  },
  methods: {
    "request.all": "body",
    "request.body": "body",
    "request.input": "body",
    "request.only": "body",
    "request.except": "body",
    "request.validateUsing": "body",
    "request.validate": "body",
    "request.qs": "query",
    "request.param": "params",
    "request.params": "params",
    "request.header": "headers",
    "request.cookie": "cookies",
    "request.file": "files",
    "context.inertia": "context",
    // https://docs.adonisjs.com/guides/authentication/session-guard#protecting-routes
    "context.auth.check": "identity",
    "context.auth.getUserOrFail": "identity",
    "context.auth.getUser": "identity",
  },
  same: ["context.auth.use"],
  guards: {
    "context.auth.authenticate": "authentication",
    "context.auth.authenticateUsing": "authentication",
    // https://legacy.adonisjs.com/docs/4.1/authentication#_getuser
    "context.auth.getUser": "authentication",
    // https://legacy-docs.adonisjs.com/guides/auth/introduction
    "context.auth.attempt": "authentication",
    "context.auth.verifyCredentials": "authentication",
  },
  responses: {
    "response.status": { status: "$0", sets: true },
    "response.send": { value: "$0" },
    "response.json": { value: "$0" },
    "response.ok": { status: "=200", value: "$0" },
    "response.created": { status: "=201", value: "$0" },
    "response.unauthorized": { status: "=401" },
    "response.forbidden": { status: "=403" },
    "response.notFound": { status: "=404" },
    "response.abort": { status: "$1", throws: true },
    "response.redirect": { redirect: true },
  },
  calls: {
    [VERBS]: (call, model) => {
      const method = call.method === "any" ? "ALL" : call.method.toUpperCase();
      route(call, model, [method], call.argument(1));
    },
    route: (call, model) => route(call, model, call.texts(1) ?? ["ALL"], call.argument(2)),
    // A route that answers with a page or sends on: nothing of the service runs.
    "on().render|renderInertia|redirect|redirectToPath|redirectToRoute": (call, model) =>
      model.entryPoint({
        kind: "http",
        method: "GET",
        path: call.terms.texts(call.earlier("on", 0)),
        handlers: [call.terms.handler(call.result, call.method)],
        place: call.place,
      }),
    resource,
    shallowResource: resource,
    apiResource: (call, model) => {
      resource(call, model);
      model.on(call.result).without((entry) => /\/(?:create|edit)$/.test(entry.path));
    },
    group: (call, model) => {
      // Up to version 4 it may have a name ahead.
      const inner = call.functions(0).at(-1)?.term;
      if (!inner) return;
      model.mount({ path: "", router: call.result });
      model.inside(call.result, () => void model.run(inner, []));
    },
    prefix: (call, model) => {
      const begun = begunWith(call);
      if (begun) model.on(begun).prefix(call.text(0) ?? "");
    },
    "use|middleware": (call, model) => {
      const begun = begunWith(call);
      if (!begun) return;
      const handlers = call.terms.items(call.terms.array(call.arguments)).map((item) => middleware(call, item));
      model.on(begun).middleware({ handlers, everywhere: true });
    },
    apiOnly: (call, model) => {
      const begun = begunWith(call);
      if (begun) model.on(begun).without((entry) => /\/(?:create|edit)$/.test(entry.path));
    },
    "only|except": (call, model) => {
      const begun = begunWith(call);
      const named = call.texts(0);
      if (!begun || !named) return;
      const keeps = call.method === "only";
      model.on(begun).without((entry) => named.includes(entry.handlers.at(-1)?.name ?? "") !== keeps);
    },
    // https://legacy.adonisjs.com/docs/4.1/validator#_route_validator
    validator: (call, model) => {
      const begun = begunWith(call);
      const rules = call.argument(0);
      const handler = rules && ({ ...call.terms.handler(rules), name: "validator", guard: "validation" } as const);
      if (begun && handler) model.on(begun).middleware({ handlers: [handler], everywhere: true });
    },
    "as|where|name|domain|namespace|params|named|formats": () => {},
  },
});

const USE = "(use)";
const FOLD = "@adonisjs/fold";
/** What the container of version 4 has by names of its own. https://legacy.adonisjs.com/docs/4.1/ioc-container */
const BOUND: Readonly<Record<string, readonly [string, string]>> = {
  Route: ["@ioc:Adonis/Core/Route", "default"],
  Model: ["@ioc:Adonis/Lucid/Orm", "BaseModel"],
  Database: ["@ioc:Adonis/Lucid/Database", "default"],
  Hash: ["@ioc:Adonis/Core/Hash", "default"],
  Env: ["@ioc:Adonis/Core/Env", "default"],
  Mail: ["@ioc:Adonis/Addons/Mail", "default"],
  Redis: ["@ioc:Adonis/Addons/Redis", "default"],
  Drive: ["@ioc:Adonis/Core/Drive", "default"],
};

/** `use("Route")`, `use("Adonis/Src/Route")`, `use("App/Models/Order")`; any other name is a package. */
function bound(view: ReachView, name: string): Term | undefined {
  const own = name.startsWith("App/") ? name.slice("App/".length) : undefined;
  if (own !== undefined) {
    const root = /^(.*?\/)?(?:app|start|config|database|providers|commands|test)\//.exec(view.file)?.[1] ?? "";
    const file = `${root}app/${own}.js`;
    return view.exists(file) ? view.exported(file, "*") : undefined;
  }
  const [packageName, exported] = BOUND[name.replace(/^Adonis\/Src\//, "")] ?? [];
  if (packageName !== undefined && exported !== undefined) return view.member(view.external(packageName, []), exported);
  return /^[@a-z]/.test(name) ? view.external(name, []) : undefined;
}

/** A route is a receiver of its own: `router.get("/me", show).use(middleware.auth())` guards it alone. */
function route(call: RegisterCall, model: Registry, methods: readonly string[], handler: Term | undefined): void {
  const path = call.texts(0);
  if (!path || !handler) return;
  model.mount({ path: "", router: call.result });
  for (const method of methods)
    model.on(call.result).entryPoint({ kind: "http", method, path, handlers: [controllerAction(call, handler)] });
}

function resource(call: RegisterCall, model: Registry): void {
  const path = resourcePath(call.text(0) ?? "*");
  const shallow = call.text(0)?.split(".").at(-1) ?? "*";
  const written = call.text(1);
  const controller = written === undefined ? loaded(call, call.argument(1)) : controllerFile(call, written);
  const instance = controller?.kind === "class" ? call.terms.instance(controller) : undefined;
  model.mount({ path: "", router: call.result });
  for (const [name, verb, suffix] of RESOURCE) {
    const action = instance && call.terms.member(instance, name);
    if (instance && action?.kind !== "function") continue;
    model.on(call.result).entryPoint({
      kind: "http",
      method: verb,
      path: `${call.method === "shallowResource" && /\/:id/.test(suffix) ? shallow : path}${suffix}`,
      handlers: [call.terms.handler(action ?? call.result, name)],
    });
  }
}

/** `posts.comments` is `posts/:post_id/comments`. */
function resourcePath(name: string): string {
  const parts = name.split(".");
  return parts.map((part, index) => (index < parts.length - 1 ? `${part}/:${singular(part)}_id` : part)).join("/");
}

/** The group, route or resource that a chain (`group(…).prefix(…).use(…)`) began with. */
function begunWith(call: RegisterCall): Term | undefined {
  for (let term: Term | undefined = call.result; term?.kind === "external"; term = term.base)
    if (/^(?:group|get|post|put|patch|delete|any|route|resource|apiResource)\(\)$/.test(term.path.at(-1) ?? ""))
      return term;
  return undefined;
}

/** `[OrdersController, "index"]`, also where the controller is imported on demand, or `"OrdersController.index"`. */
function controllerAction(call: RegisterCall, term: Term): Handler {
  const text = call.terms.text(term);
  const dot = text?.lastIndexOf(".") ?? -1;
  // The folders of a path may have dots, too: `"../../Modules/Orders/Controller.list"`.
  const written =
    text === undefined ? undefined : dot > text.lastIndexOf("/") ? [text.slice(0, dot), text.slice(dot + 1)] : [text];
  const [controller, action] = term.kind === "array" ? term.items : [term];
  if (term.kind !== "array" && !written) return call.terms.handler(term);
  const name = written ? (written[1] ?? "handle") : (call.terms.text(action) ?? "handle");
  const found = written ? controllerFile(call, written[0] ?? "") : loaded(call, controller);
  const method = found && call.terms.member(call.terms.instance(found), name);
  return call.terms.handler(method ?? term, name);
}

/** `OrdersController` of version 5 and `#controllers/orders_controller` of version 6, by where they stand. */
function controllerFile(call: RegisterCall, name: string): Term | undefined {
  const root = /^(.*?\/)?start\//.exec(call.place.file)?.[1] ?? "";
  const below = name.startsWith("#controllers/")
    ? [`app/controllers/${name.slice("#controllers/".length)}`]
    : name.startsWith("App/")
      ? [`app/${name.slice("App/".length)}`]
      : [`app/Controllers/Http/${name}`, `app/controllers/${name}`].map(plainPath);
  const file = call.terms.file(below.flatMap((path) => [`${root}${path}.ts`, `${root}${path}.js`]));
  return file === undefined ? undefined : call.terms.exported(file, "default");
}

/** `app/Controllers/Http/../../Orders` is `app/Orders`; a path may not lead out of the application. */
function plainPath(path: string): string {
  const plain: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") plain.pop();
    else plain.push(part);
  }
  return plain.join("/");
}

/** `middleware.auth()`, where `middleware` is `router.named({ auth: () => import("#middleware/auth") })`. */
function middleware(call: RegisterCall, term: Term): Handler {
  const { terms } = call;
  const written = terms.text(term);
  if (written !== undefined) return namedMiddleware(call, written);
  if (term.kind !== "external") return { ...terms.handler(term), shape: middlewareShape(call, undefined) };
  const name = (term.path.at(-1) ?? "").replace(/\(\)$/, "");
  const table = term.path.at(-2) === "named()" ? namedTable(term) : undefined;
  const found = loaded(call, terms.member(table, name));
  const run = found && terms.member(terms.instance(found), "handle");
  const target = run ?? terms.external("", ["middleware"], terms.literal(name), call.place);
  return { ...terms.handler(target, name), name, place: call.place, shape: middlewareShape(call, term.arguments?.[0]) };
}

/**
 * `.middleware("auth:api")` of version 5, where `start/kernel.ts` says `Server.middleware.registerNamed({ auth: … })`.
 * https://v5-docs.adonisjs.com/guides/middleware#named-middleware
 */
function namedMiddleware(call: RegisterCall, written: string): Handler {
  const { terms } = call;
  const [name = "", list] = written.split(":");
  const root = /^(.*?\/)?start\//.exec(call.place.file)?.[1] ?? "";
  const kernel = terms.file([`${root}start/kernel.ts`, `${root}start/kernel.js`]);
  const text = (kernel && terms.read(kernel)) ?? "";
  const [, space, path] =
    new RegExp(`\\b${name}["']?\\s*:\\s*(?:\\(\\)\\s*=>\\s*import\\(\\s*)?["'](App|Adonis)/([^"']+)["']`).exec(text) ??
    [];
  const guard = space === "Adonis" ? OWN_GUARDS[path ?? ""] : undefined;
  const file = path && terms.file([`${root}app/${path}.ts`, `${root}app/${path}.js`]);
  const found = file ? terms.exported(file, "default") : undefined;
  const run = found && terms.member(terms.instance(found), "handle");
  const target = run ?? terms.external("", ["middleware"], terms.literal(name), call.place);
  const options = terms.array((list ?? "").split(",").flatMap((one) => (one === "" ? [] : [terms.literal(one)])));
  const shape = middlewareShape(call, options);
  return { ...terms.handler(target, name), name, place: call.place, shape, ...(guard && { guard }) };
}

/** Middleware of packages of version 4. https://legacy.adonisjs.com/docs/4.1/authentication · https://github.com/enniel/adonis-acl */
const OWN_GUARDS: Readonly<Record<string, Handler["guard"]>> = {
  "Middleware/Auth": "authentication",
  "Acl/Is": "role",
  "Acl/Can": "role",
  "Acl/Scope": "role",
};

/** `handle(context, next, options)`, with the options of `middleware.auth({ guards: ["api"] })`. */
function middlewareShape({ terms }: RegisterCall, options: Term | undefined): HandlerShape {
  return { parameters: ["context", "next", { term: options ?? terms.object({}) }], returns: "nothing" };
}

function namedTable(term: Term): Term | undefined {
  for (let current: Term | undefined = term; current?.kind === "external"; current = current.base)
    if (current.path.at(-1) === "named()") return current.arguments?.[0];
  return undefined;
}

function loaded(call: RegisterCall, term: Term | undefined): Term | undefined {
  const made = term?.kind === "function" ? call.terms.result(term, []) : term;
  return made?.kind === "module" ? call.terms.member(made, "default") : made;
}
