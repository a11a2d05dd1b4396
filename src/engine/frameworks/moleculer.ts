// https://moleculer.services/docs/0.14/services · /docs/0.14/actions · /docs/0.14/events · /docs/0.14/moleculer-web
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type Program, type Registry } from "./define-framework.ts";
import { joined } from "./reading/route-files.ts";

/** `orders.service.js`, `orders/service.js` */
const SERVICE = /[./]service\.[cm]?[jt]s$/;
/** What `"REST users": "users"` stands for. */
const REST: readonly (readonly [action: string, method: string, suffix: string])[] = [
  ["list", "GET", ""],
  ["get", "GET", "/:id"],
  ["create", "POST", ""],
  ["update", "PUT", "/:id"],
  ["patch", "PATCH", "/:id"],
  ["remove", "DELETE", "/:id"],
];

export default defineFramework({
  title: "Moleculer",
  packages: ["moleculer", "moleculer-web"],
  receivers: ["new ServiceBroker()"],
  handler: { parameters: ["context"], returns: "response" },
  members: {
    "context.params": "body",
    "context.meta": "identity",
    "context.meta.user": "identity",
  },
  calls: {
    createService: (call, model) => {
      const schema = call.argument(0);
      if (schema) model.keep("schemas", call.terms.array([...call.terms.items(model.kept("schemas")), schema]));
    },
  },
  files: { matches: (path) => SERVICE.test(path), visit: () => {} },
  assemble: (program, model) => {
    const { terms } = program;
    const made = program.receivers.flatMap((one) => terms.items(model.on(one).kept("schemas")));
    const filed = [...terms.paths()]
      .filter((path) => SERVICE.test(path))
      .map((path) => terms.exported(path, "default"));
    const schemas = [...new Set([...made, ...filed])];
    // The gateway need not say its name.
    const gates = schemas.flatMap((one) => gatesOf(program, one));
    const services = schemas.filter((one) => terms.text(terms.member(one, "name")) !== undefined);
    for (const service of services) visitService(program, model, service, gates);
  },
});

/** A route of the gateway: `settings.routes: [{ path: "/api", aliases, authentication }]` of moleculer-web. */
interface Gate {
  readonly path: string;
  readonly aliases: Term | undefined;
  readonly automatic: boolean;
  readonly guarded: Term | undefined;
  /** Actions that it takes without an alias, by patterns. https://moleculer.services/docs/0.14/moleculer-web#Mapping-policy */
  readonly takes: readonly string[];
}

function gatesOf({ terms }: Program, service: Term): readonly Gate[] {
  const settings = terms.member(service, "settings");
  const base = terms.text(terms.member(settings, "path")) ?? "";
  return terms.items(terms.member(settings, "routes")).map((route) => ({
    path: `${base}${terms.text(terms.member(route, "path")) ?? ""}`,
    aliases: terms.member(route, "aliases"),
    automatic: isTrue(terms.member(route, "autoAliases")),
    guarded: [terms.member(route, "authentication"), terms.member(route, "authorization")].find(isTrue),
    takes:
      terms.text(terms.member(route, "mappingPolicy")) === "restrict"
        ? []
        : terms.member(route, "whitelist")
          ? terms.items(terms.member(route, "whitelist")).flatMap((one) => terms.text(one) ?? [])
          : ["**"],
  }));
}

function isTrue(value: Term | undefined): boolean {
  return value?.kind === "literal" && value.value === true;
}

function visitService(program: Program, model: Registry, service: Term, gates: readonly Gate[]): void {
  const { terms } = program;
  const version = terms.member(service, "version");
  const number =
    version?.kind === "literal" && typeof version.value === "number" ? `v${version.value}` : terms.text(version);
  const plain = terms.text(terms.member(service, "name")) ?? "";
  const name = number === undefined ? plain : `${number}.${plain}`;
  const base = terms.text(terms.member(terms.member(service, "settings"), "rest")) ?? name.replace(/\./g, "/");
  const self = selfOf(program, service);
  for (const action of partsOf(program, service, "actions")) {
    const written = action.value.kind === "object" ? action.value : undefined;
    const run = written ? terms.member(written, "handler") : action.value;
    if (run?.kind !== "function") continue;
    const handler = terms.handler(terms.method(run, self), action.name);
    const hooks = hooksOf(program, service, action.name, self);
    const routes = [
      ...restOf(program, action.value, base, gates),
      ...aliasesOf(program, `${name}.${action.name}`, gates),
    ];
    for (const { method, path, ahead } of routes)
      model.entryPoint({
        kind: "http",
        method,
        path,
        handlers: [...standingAt(handler, ahead), ...hooks, handler],
        place: handler.place,
      });
    if (routes.length > 0) continue;
    const path = `${name}.${action.name}`;
    const open = gates.filter(({ takes }) => takes.some((pattern) => matches(pattern, path)));
    const isOwn = terms.member(written, "visibility") !== undefined || open.length === 0;
    const ahead = open.every(({ guarded }) => guarded) && open[0] ? guards(terms, open[0]) : [];
    model.entryPoint({
      kind: "rpc",
      method: "CALL",
      path,
      handlers: [...standingAt(handler, ahead), ...hooks, handler],
      place: handler.place,
      // Other services of the broker call it, and nobody else.
      ...(isOwn && { unrooted: true }),
    });
  }
  for (const { name: event, value } of partsOf(program, service, "events")) {
    const run = value.kind === "object" ? terms.member(value, "handler") : value;
    if (run?.kind !== "function") continue;
    const handler = terms.handler(terms.method(run, self), event);
    model.entryPoint({
      kind: "event",
      path: event,
      handlers: [handler],
      place: handler.place,
      delivery: { by: "queue" },
    });
  }
}

/** What the service and its mixins have under the name; its own goes last, and first. https://moleculer.services/docs/0.14/services#Mixins */
function partsOf({ terms }: Program, service: Term, name: string): readonly { name: string; value: Term }[] {
  const all = [...terms.items(terms.member(service, "mixins")), service];
  return [
    ...new Map(all.flatMap((one) => terms.fields(terms.member(one, name))).map((part) => [part.name, part])).values(),
  ];
}

/** `this` of a service: its methods, and what it sets when it is created. */
function selfOf(program: Program, service: Term): Term {
  const { terms } = program;
  const all = [...terms.items(terms.member(service, "mixins")), service].flatMap((one) => terms.fields(one));
  const started = all.filter(({ name }) => /^(?:created|started)$/.test(name));
  return terms.object(
    Object.fromEntries(
      [
        ...partsOf(program, service, "methods"),
        ...started.map(({ value }, index) => ({ name: `(${index})`, value })),
      ].map(({ name, value }) => [name, value]),
    ),
  );
}

/** `hooks: { before: { "*": ["checkUser"], create: [(ctx) => …] } }`. https://moleculer.services/docs/0.14/actions#Action-hooks */
function hooksOf(program: Program, service: Term, action: string, self: Term): readonly Handler[] {
  const { terms } = program;
  const all = [...terms.items(terms.member(service, "mixins")), service];
  return all
    .flatMap((one) => terms.fields(terms.member(terms.member(one, "hooks"), "before")))
    .filter(({ name }) => name.split("|").some((one) => matches(one, action)))
    .flatMap(({ value }) => (terms.text(value) === undefined ? terms.items(value) : [value]))
    .flatMap((hook) => {
      const named = terms.text(hook);
      const run = named === undefined ? hook : terms.member(self, named);
      return run ? [{ ...terms.handler(terms.method(run, self), named), shape: HOOK }] : [];
    });
}

const HOOK = { parameters: ["context"], returns: "value" } as const;

function matches(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.trim().replace(/\*+/g, ".*")}$`).test(name);
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly ahead: readonly Handler[];
}

/** `rest: "GET /:id"`, `rest: { method, path }`, below every route of the gateway that takes actions as they come. */
function restOf({ terms }: Program, action: Term, base: string, gates: readonly Gate[]): readonly Route[] {
  const rest = action.kind === "object" ? terms.member(action, "rest") : undefined;
  const all = rest?.kind === "array" ? terms.items(rest) : rest ? [rest] : [];
  const automatic = gates.filter((gate) => gate.automatic);
  return all.flatMap((one) => {
    const text = terms.text(one);
    const [verb, path] =
      text === undefined
        ? [terms.text(terms.member(one, "method")), terms.text(terms.member(one, "path"))]
        : text.includes(" ") || text.startsWith("/")
          ? [text.split(/\s+/).length > 1 ? text.split(/\s+/)[0] : undefined, text.split(/\s+/).at(-1)]
          : [text, ""];
    return (automatic.length > 0 ? automatic : [undefined]).map((gate) => ({
      method: (verb ?? "ALL").replace("*", "ALL").toUpperCase(),
      path: address(`${gate?.path ?? ""}/${base}/${path ?? ""}`),
      ahead: gate ? guards(terms, gate) : [],
    }));
  });
}

/** `aliases: { "POST login": "users.login", "REST users": "users", "GET health": [guard, "api.health"] }`. */
function aliasesOf({ terms }: Program, action: string, gates: readonly Gate[]): readonly Route[] {
  return gates.flatMap((gate) =>
    terms.fields(gate.aliases).flatMap(({ name: written, value }) => {
      const named =
        terms
          .items(value)
          .map(terms.text)
          .find((text) => text !== undefined) ?? terms.text(value);
      const [first = "", second] = written.trim().split(/\s+/);
      const path = `${gate.path}/${second ?? first}`;
      if (first === "REST")
        return REST.flatMap(([name, method, suffix]) =>
          action === `${named}.${name}`
            ? [{ method, path: address(`${path}${suffix}`), ahead: guards(terms, gate) }]
            : [],
        );
      if (named !== action) return [];
      const method = second === undefined ? "ALL" : first.toUpperCase();
      return [{ method, path: address(path), ahead: guards(terms, gate) }];
    }),
  );
}

function guards(terms: Program["terms"], { guarded }: Gate): readonly Handler[] {
  return guarded ? [{ ...terms.handler(guarded, "authenticate"), name: "authenticate", guard: "authentication" }] : [];
}

/** `authorization: true` of a gateway has no place of its own. */
function standingAt({ place }: Handler, ahead: readonly Handler[]): readonly Handler[] {
  return ahead.map((one) => ({ ...one, place }));
}

function address(path: string): string {
  return joined(path.split("/").filter((segment) => segment !== ""));
}
