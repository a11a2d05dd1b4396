// https://elysiajs.com/essential/route · https://elysiajs.com/essential/handler · https://elysiajs.com/essential/plugin · https://elysiajs.com/essential/life-cycle
import type { Term } from "../model/term.ts";
import { defineFramework, type Handler, type RegisterCall, type Registry } from "./define-framework.ts";
import { DERIVE, hooksOf as hooks, keepMacros, macroHooks } from "./elysia/macros.ts";
import { prefixFromOptions } from "./reading/router-prefix.ts";

const VERBS = "get|post|put|patch|delete|head|options|all|connect|trace";
const SOCKET = { parameters: ["context", "message"], returns: "nothing" } as const;
const MOUNTED = { parameters: ["request"], returns: "response" } as const;

export default defineFramework({
  title: "Elysia",
  packages: ["elysia"],
  intake: { signsCookies: true },
  receivers: ["new Elysia()", "new default()"],
  handler: { parameters: ["context"], returns: "response" },
  members: {
    "context.body": "body",
    "context.params": "params",
    "context.query": "query",
    "context.headers": "headers",
    "context.cookie": "cookies",
    "context.request": "request",
    "context.user": "identity",
    "context.session": "session",
    "context.set": "response",
    "request.headers": "headers",
  },
  responses: {
    "context.error": { status: "$0", value: "$1" },
    "context.status": { status: "$0", value: "$1" },
    "context.redirect": { redirect: true },
    "response.status=": { status: "$0" },
  },
  chains: true,
  calls: {
    [VERBS]: (call, model) => route(call, model, call.method, call.texts(0), call.argument(1), call.argument(2)),
    route: (call, model) =>
      route(call, model, call.text(0) ?? "ALL", call.texts(1), call.argument(2), call.argument(3)),
    ws: (call, model) => {
      prefixFromOptions(call, model);
      const message = call.option(1, "message");
      const path = call.texts(0);
      if (!message || !path) return;
      const { at, ahead } = macrosAhead(call, model, call.argument(1));
      const asked = [...ahead, ...hooks(call, call.option(1, "beforeHandle"))];
      const handlers = [...asked, call.terms.handler(message, "message")];
      at.entryPoint({ kind: "socket", path, handlers, handler: SOCKET });
    },
    use: (call, model) => {
      prefixFromOptions(call, model);
      for (const item of call.terms.items(call.argument(0))) {
        const plugin = item.kind === "module" ? call.terms.member(item, "default") : item;
        if (plugin && providesTokens(call, plugin, model)) continue;
        if (plugin && !model.run(plugin, [{ term: call.receiver }])) model.mount({ path: "", router: plugin });
      }
    },
    mount: (call, model) => {
      prefixFromOptions(call, model);
      const path = call.text(0) ?? "";
      for (const handler of call.functions(call.text(0) === undefined ? 0 : 1))
        model.entryPoint({ kind: "http", method: "ALL", path: `${path}/*`, handlers: [handler], handler: MOUNTED });
    },
    group: (call, model) => {
      prefixFromOptions(call, model);
      const inner = call.arguments.at(-1);
      if (!inner) return;
      const child = childOf(call);
      model.mount({ path: call.text(0) ?? "", router: child });
      if (call.arguments.length > 2) guard(call, model.on(child), call.argument(1));
      model.on(child).run(inner, [{ term: child }]);
    },
    guard: (call, model) => {
      prefixFromOptions(call, model);
      const inner = call.argument(1);
      if (!inner) return guard(call, model, call.argument(0));
      const child = childOf(call);
      model.mount({ path: "", router: child });
      guard(call, model.on(child), call.argument(0));
      model.on(child).run(inner, [{ term: child }]);
    },
    // `decorate("orders", new Orders())`, `decorate({ orders: new Orders() })`.
    decorate: (call, model) => {
      prefixFromOptions(call, model);
      const [first, value] = call.arguments;
      const name = call.text(0);
      const given = name !== undefined && value ? [{ name, value }] : call.terms.fields(first);
      for (const field of given) model.decorate(`context.${field.name}`, field.value);
    },
    macro: (call, model) => {
      prefixFromOptions(call, model);
      keepMacros(call, model);
    },
    "onBeforeHandle|onRequest": (call, model) => {
      prefixFromOptions(call, model);
      model.middleware({ handlers: hooks(call, call.arguments.at(-1)) });
    },
    "derive|resolve": (call, model) => {
      prefixFromOptions(call, model);
      provideDerived(call, model);
      model.middleware({ handlers: hooks(call, call.arguments.at(-1), DERIVE) });
    },
  },
});

function route(
  call: RegisterCall,
  model: Registry,
  method: string,
  path: readonly string[] | undefined,
  handler: Term | undefined,
  options: Term | undefined,
): void {
  prefixFromOptions(call, model);
  if (!handler) return;
  const { terms } = call;
  const schema = ["body", "params", "query"].some((part) => terms.member(options, part));
  const { at, ahead } = macrosAhead(call, model, options);
  const handlers: readonly Handler[] = [
    ...ahead,
    ...hooks(call, terms.member(options, "beforeHandle")),
    ...(schema && options
      ? [{ ...terms.handler(options, "schema"), guard: "validation" as const, place: call.place }]
      : []),
    terms.handler(handler),
  ];
  at.entryPoint({ kind: "http", method: method.toUpperCase(), path, handlers });
}

/** What macros put ahead of a route, and where it is to be registered. */
function macrosAhead(
  call: RegisterCall,
  model: Registry,
  options: Term | undefined,
): { readonly at: Registry; readonly ahead: readonly Handler[] } {
  let child: Term | undefined;
  const ahead = macroHooks(call, model, options, () => {
    if (!child) {
      child = childOf(call);
      model.mount({ path: "", router: child });
    }
    return child;
  });
  return { at: child ? model.on(child) : model, ahead };
}

/** `derive(() => ({ orders: new Orders() }))`: services that each context gets; what is made from the request is no service. */
function provideDerived(call: RegisterCall, model: Registry): void {
  const made = call.arguments.at(-1);
  if (!/^(?:derive|resolve)$/.test(call.method) || made?.kind !== "function") return;
  for (const { name, value } of call.terms.fields(call.terms.result(made, ["context"])))
    if (value.kind === "instance") model.decorate(`context.${name}`, value);
}

/** `use(jwt({ name: "jwtAccess" }))` puts it into the context. https://elysiajs.com/plugins/jwt */
function providesTokens(call: RegisterCall, plugin: Term, model: Registry): boolean {
  if (plugin.kind !== "external" || plugin.package !== "@elysiajs/jwt") return false;
  const name = call.terms.member(plugin.arguments?.[0], "name");
  model.decorate(`context.${name?.kind === "literal" ? name.value : "jwt"}`, plugin);
  return true;
}

function guard(call: RegisterCall, model: Registry, options: Term | undefined): void {
  const handlers = [
    ...macroHooks(call, model, options, () => call.receiver),
    ...hooks(call, call.terms.member(options, "beforeHandle")),
  ];
  if (handlers.length > 0) model.middleware({ handlers });
}

function childOf(call: RegisterCall): Term {
  return call.terms.external("elysia", ["new Elysia()"], call.result, call.place);
}
