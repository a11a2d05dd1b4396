// https://hapi.dev/api/#-serverrouteroute · https://hapi.dev/tutorials/auth · https://hapi.dev/tutorials/plugins
import type { Place, Term } from "../model/term.ts";
import {
  defineFramework,
  type Handler,
  type Program,
  type RegisterCall,
  type Registry,
  type TermView,
} from "./define-framework.ts";

export default defineFramework({
  title: "hapi",
  packages: ["@hapi/hapi", "hapi"],
  intake: { signsCookies: true },
  receivers: ["server()", "new Server()", "default.server()"],
  roots: ["server()", "new Server()", "default.server()"],
  adopts: "server()",
  handler: { parameters: ["request", "response"], returns: "response" },
  members: {
    "request.payload": "body",
    "request.params": "params",
    "request.query": "query",
    "request.headers": "headers",
    "request.state": "cookies",
    "request.auth": "identity",
    "request.yar": "session",
  },
  applications: { "request.server": "server()" },
  responses: {
    "response.response": { value: "$0" },
    "response.redirect": { redirect: true },
    "response.unauthenticated": { status: "=401" },
  },
  calls: {
    route: (call, model) => {
      const isListed = call.argument(0)?.kind === "array";
      for (const route of call.terms.items(call.argument(0))) routeOf({ ...call, isListed }, model, route);
    },
    register: (call, model) => {
      const shared = call.terms.member(call.option(1, "routes"), "prefix");
      for (const item of call.terms.items(call.argument(0))) register(call, model, item, shared);
    },
    // What waits for other plugins runs when the server starts, with the same server.
    dependency: (call, model) => {
      const after = call.argument(1);
      if (after) model.run(after, [{ term: call.receiver }]);
    },
    ext: (call, model) => {
      const event = call.text(0) ?? call.terms.text(call.option(0, "type")) ?? "";
      if (!/^on(?:Request|PreAuth|CredentialsAuth|PostAuth|PreHandler)$/.test(event)) return;
      const method = call.argument(1) ?? call.option(0, "method");
      if (method)
        model.middleware({ handlers: [{ ...call.terms.handler(method), shape: EXTENSION }], everywhere: true });
    },
    // `server.decorate("toolkit", "denied", function () { … })`
    decorate: (call, model) => {
      const name = call.text(1);
      const value = call.argument(2);
      const of = { request: "request.", toolkit: "response.", server: "" }[call.text(0) ?? ""];
      if (name !== undefined && value && of !== undefined) model.decorate(`${of}${name}`, value);
    },
    // https://hapi.dev/tutorials/servermethods: `server.methods.total(…)`, `request.server.methods.total(…)`.
    method: (call, model) => {
      const listed = call.terms.items(call.argument(0)).filter((item) => item.kind === "object");
      for (const item of listed)
        serverMethod(model, call.terms.text(call.terms.member(item, "name")), call.terms.member(item, "method"));
      if (listed.length === 0) serverMethod(model, call.text(0), call.argument(1));
    },
    "auth.default": (call, model) => model.keep("auth", call.argument(0) ?? call.terms.literal("default")),
  },
  assemble: registerLoaded,
});

function serverMethod(model: Registry, name: string | undefined, method: Term | undefined): void {
  if (name === undefined || !method) return;
  model.decorate(`methods.${name}`, method);
  model.decorate(`request.server.methods.${name}`, method);
}

/** Where a route is registered. */
interface Registering {
  readonly terms: TermView;
  readonly place: Place;
  readonly receiver?: Term;
  /** It is one of a list. */
  readonly isListed?: boolean;
  /** It was found in a file; what stands ahead of it is unknown. */
  readonly isLoose?: true;
}

const EXTENSION = { parameters: ["request", "response"], returns: "passes" } as const;

function routeOf(call: Registering, model: Registry, route: Term): void {
  const { terms } = call;
  const given = terms.member(route, "options") ?? terms.member(route, "config");
  const options =
    given?.kind === "function" ? terms.result(given, call.receiver ? [{ term: call.receiver }] : []) : given;
  const handler = terms.member(route, "handler") ?? terms.member(options, "handler");
  const methods = terms.texts(terms.member(route, "method"));
  const paths = terms.texts(terms.member(route, "path"));
  if (!handler || (!methods && !paths)) return;
  const validate = terms.member(options, "validate");
  const last = terms.handler((handler.kind === "object" && terms.member(handler, "handler")) || handler);
  const handlers: readonly Handler[] = [
    ...authentication(call, model, options),
    ...(["payload", "query", "params"].some((part) => terms.member(validate, part)) && validate
      ? [{ ...terms.handler(validate, "validate"), place: call.place, guard: "validation" as const }]
      : []),
    ...terms.items(terms.member(options, "pre")).map((pre) => terms.handler(terms.member(pre, "method") ?? pre)),
    last,
  ];
  for (const method of methods ?? ["*"]) {
    model.entryPoint({
      kind: "http",
      method: method === "*" ? "ALL" : method.toUpperCase(),
      path: paths?.map(withParameters) ?? "*",
      handlers,
      // Of a list of routes each stands where its handler does.
      ...(call.isListed ? { place: last.place } : {}),
      ...(call.isLoose ? { unrooted: true } : {}),
      ...(options ? { options } : {}),
    });
  }
}

/** `auth: "jwt"`, `auth: { strategy, mode }`, `auth: false`, or what `server.auth.default()` says. */
function authentication(call: Registering, model: Registry, options: Term | undefined): readonly Handler[] {
  const { terms } = call;
  const auth = terms.member(options, "auth") ?? model.kept("auth");
  if (!auth || (auth.kind === "literal" && auth.value === false)) return [];
  const mode = terms.text(terms.member(auth, "mode"));
  if (mode === "try" || mode === "optional") return [];
  const name = terms.text(auth) ?? terms.text(terms.member(auth, "strategy")) ?? "auth";
  const scope = terms.member(auth, "scope") ?? terms.member(terms.member(auth, "access"), "scope");
  const login: Handler = { ...terms.handler(auth, name), name, place: call.place, guard: "authentication" };
  return scope
    ? [
        login,
        {
          ...terms.handler(scope, "scope"),
          name: terms.texts(scope)?.join(", ") ?? "scope",
          place: call.place,
          guard: "role",
        },
      ]
    : [login];
}

/** Texts of files that export routes. */
const ROUTES =
  /\bmethod\s*:[\s\S]*\bpath\s*:\s*["'`][\s\S]*\bhandler\b|\bpath\s*:\s*["'`][\s\S]*\bmethod\s*:[\s\S]*\bhandler\b/;
const MAXIMUM_FILES = 200;

/** Files of a program that depends on hapi: its own folder and what lies below. */
function routeFiles(terms: TermView): readonly string[] {
  const folders = [...terms.paths()].flatMap((path) => {
    const isProgram =
      /(?:^|\/)package\.json$/.test(path) && /"(?:@hapi\/(?:hapi|glue)|hapi|glue)"\s*:/.test(terms.read(path) ?? "");
    return isProgram ? [path.slice(0, -"package.json".length)] : [];
  });
  if (folders.length === 0) return [];
  const files = [...terms.paths()].filter(
    (path) =>
      /\.[cm]?[jt]s$/.test(path) &&
      !/(?:^|\/)(?:tests?|__tests__)\/|[.-](?:test|spec)\.\w+$|\.d\.ts$/.test(path) &&
      folders.some((folder) => path.startsWith(folder)),
  );
  return files.filter((path) => ROUTES.test(terms.read(path) ?? "")).slice(0, MAXIMUM_FILES);
}

/**
 * Routes that files export and that a loader registers, by their place: `module.exports = [{ method, path, handler }]`.
 * https://www.hapipal.com/docs/haute-couture · https://www.npmjs.com/package/wurst
 */
function registerLoaded(program: Program, model: Registry): void {
  const { terms } = program;
  for (const file of routeFiles(terms)) {
    const seen = new Set<Term>();
    for (const { value } of terms.exports(file)) {
      for (const route of terms.items(value)) {
        const options = terms.member(route, "options") ?? terms.member(route, "config");
        const handler = terms.member(route, "handler") ?? terms.member(options, "handler");
        const isRoute =
          handler && terms.texts(terms.member(route, "method")) && terms.texts(terms.member(route, "path"));
        if (route.kind !== "object" || !isRoute || seen.has(route) || program.isRegistered(handler)) continue;
        seen.add(route);
        const { place } = terms.handler(handler);
        routeOf({ terms, place, isListed: true, isLoose: true }, model, route);
      }
    }
  }
}

/** `{ plugin, options, routes: { prefix } }`, or the plugin itself; `register(plugin, { routes: { prefix } })`. */
function register(call: RegisterCall, model: Registry, item: Term, shared: Term | undefined): void {
  const { terms } = call;
  const plugin = terms.member(item, "plugin") ?? item;
  const inner = terms.member(plugin, "plugin") ?? plugin;
  const target = terms.member(inner, "register");
  if (target?.kind !== "function") return;
  const prefix = terms.text(terms.member(terms.member(item, "routes"), "prefix") ?? shared);
  const child = terms.external(
    "@hapi/hapi",
    ["server()"],
    terms.array([call.result, target, terms.literal(prefix ?? "")]),
    call.place,
  );
  const auth = model.kept("auth");
  if (auth) model.on(child).keep("auth", auth);
  model.mount({ path: prefix ?? "", router: child });
  model.on(child).run(target, [{ term: child }, { term: terms.member(item, "options") ?? terms.object({}) }]);
}

/** `{id}`, `{path*}` and `{id?}` as `:id`. */
function withParameters(path: string): string {
  return path.replace(/\{(\w+)(\*\d*|\?)?\}/g, (_, name: string, rest?: string) =>
    rest?.startsWith("*") ? `:${name}*` : `:${name}`,
  );
}
