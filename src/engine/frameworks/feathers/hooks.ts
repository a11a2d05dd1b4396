/**
 * Hooks ahead of the methods of services, of one or of all of an application, and what those of Feathers' own packages do.
 * https://feathersjs.com/api/hooks · https://hooks-common.feathersjs.com/hooks.html
 */
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, RegisterCall, Registry } from "../define-framework.ts";
import { METHODS } from "./methods.ts";

const COMMON = /^(?:feathers-hooks-common|feathers-hooks|feathers-utils)$/;

/** `app.service("orders").hooks({ before: { all: [authenticate("jwt")] } })`, and `app.hooks(…)` for every service. */
export function registerHooks(call: RegisterCall, model: Registry, prefix: string | undefined): void {
  const { terms } = call;
  for (const kind of ["around", "before"]) {
    for (const { name, value } of terms.fields(call.option(0, kind))) {
      const applies = (verb: string, at: string) => isOf(verb, at, name, prefix);
      const items = terms.items(value).flatMap((item) => opened(call, item));
      if (items.some((item) => refusesAll(call, item))) model.without(({ method, path }) => applies(method, path));
      const handlers = items.flatMap((item) => hookHandler(call, item));
      if (handlers.length > 0) model.middleware({ handlers, everywhere: true, applies });
    }
  }
}

/** The route is this method of the service, or of any where no service is named. */
function isOf(verb: string, at: string, name: string, prefix: string | undefined): boolean {
  const [address = at, method] = at.split("#");
  if (prefix !== undefined && address !== prefix && address !== `${prefix}/:id`) return false;
  if (name === "all" || method !== undefined) return name === "all" || method === name;
  const wanted = METHODS[name];
  return wanted !== undefined && verb === wanted.verb && at.endsWith("/:id") === wanted.byId;
}

/** `iff(isProvider("external"), authenticate("jwt"), …)`: whatever comes in by a route is from outside. */
function opened(call: RegisterCall, item: Term): readonly Term[] {
  if (item.kind === "array") return item.items.flatMap((one) => opened(call, one));
  const name = commonName(item);
  const [asked, ...inner] = (item.kind === "external" && item.arguments) || [];
  if ((name !== "iff" && name !== "when") || commonName(asked) !== "isProvider") return [item];
  return comesFrom(call, asked) ? inner.flatMap((one) => opened(call, one)) : [];
}

/** `disallow()` for everybody, `disallow("external")` for whoever comes from outside. */
function refusesAll(call: RegisterCall, item: Term): boolean {
  if (commonName(item) !== "disallow" || item.kind !== "external") return false;
  return (item.arguments ?? []).length === 0 || comesFrom(call, item);
}

function comesFrom(call: RegisterCall, term: Term | undefined): boolean {
  const given = term?.kind === "external" ? (term.arguments ?? []) : [];
  return given.some((one) => /^(?:external|rest)$/.test(call.terms.text(one) ?? ""));
}

/** The name of a hook of the common ones. */
function commonName(term: Term | undefined): string | undefined {
  if (term?.kind !== "external" || !COMMON.test(term.package)) return undefined;
  return term.path.at(-1)?.replace(/\(\)$/, "");
}

function hookHandler(call: RegisterCall, item: Term): readonly Handler[] {
  // https://feathersjs.com/api/schema/validators#hooks · /resolvers#hooks
  if (item.kind === "external" && item.package === "@feathersjs/schema")
    return item.path.at(-1)?.startsWith("validate")
      ? [{ ...call.terms.handler(item, "validate"), place: call.place, guard: "validation" }]
      : [];
  const isLogin = item.kind === "external" && item.path.at(-1) === "authenticate()";
  const handler = call.terms.handler(item, isLogin ? "authenticate" : "");
  return [isLogin ? { ...handler, place: call.place, guard: "authentication" } : { ...handler, shape: shapeOf(call) }];
}

/** Calls of other services have no provider; what comes in by a route has this one. */
function shapeOf({ terms }: RegisterCall): HandlerShape {
  const provider = { term: terms.literal("rest") };
  const context = { of: "context", fields: { params: { of: "context", fields: { provider } } } } as const;
  return { parameters: [context, "next"], returns: "passes" };
}
