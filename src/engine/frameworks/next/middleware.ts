/**
 * Middleware of Next.js that packages make: who is let through at which address.
 * https://clerk.com/docs/reference/nextjs/clerk-middleware · https://authjs.dev/reference/nextjs#authorized · https://next-auth.js.org/configuration/nextjs#middleware
 */
import { routePattern } from "../../link/terms/route-pattern.ts";
import type { Term } from "../../model/term.ts";
import type { Handler, HandlerShape, TermView } from "../define-framework.ts";

const MIDDLEWARE: HandlerShape = { parameters: ["request", "context"], returns: "passes" };

/** The links that the exported value stands for; what cannot be read is one link of which nothing is known. */
export function middlewareLinks(handler: Handler, terms: TermView): readonly Handler[] {
  const { term } = handler;
  if (term.kind === "operation" && term.operator.startsWith("guarded ") && term.parts[0])
    return packageLinks(handler, term.parts[0], terms) ?? [{ ...handler, shape: MIDDLEWARE }];
  return packageLinks(handler, term, terms) ?? [{ ...handler, shape: MIDDLEWARE }];
}

/** Undefined where it is no middleware of a package. */
function packageLinks(handler: Handler, term: Term, terms: TermView): readonly Handler[] | undefined {
  if (term.kind !== "external") return undefined;
  const last = term.path.at(-1) ?? "";
  if (term.package.startsWith("@clerk/")) {
    if (last === "clerkMiddleware()") return clerkLinks(handler, term, terms);
    if (last === "authMiddleware()") return [oldClerkLink(handler, term.arguments?.[0], terms)];
  }
  if (term.package === "next-auth/middleware" || last === "withAuth()") return withAuthLinks(handler, term, terms);
  if (term.package === "next-auth" && last === "auth") return authorizedLinks(handler, term, terms);
  return undefined;
}

/** `clerkMiddleware(async (auth, request) => …)`: without a callback Clerk refuses nobody. */
function clerkLinks(handler: Handler, term: Term & { readonly kind: "external" }, terms: TermView): readonly Handler[] {
  const [callback] = term.arguments ?? [];
  if (!callback || callback.kind === "object") return [];
  const auth = terms.external(term.package, ["auth"], term, handler.place);
  const shape: HandlerShape = { parameters: [{ term: auth }, "request"], returns: "passes" };
  return [{ ...terms.handler(callback, handler.name), place: handler.place, shape }];
}

/** `authMiddleware({ publicRoutes })` asks at every other address for a session, unless the team decides itself. */
function oldClerkLink(handler: Handler, options: Term | undefined, terms: TermView): Handler {
  const lists = ["publicRoutes", "ignoredRoutes"].map((name) => terms.member(options, name));
  const isList = (list: Term | undefined): boolean => list === undefined || list.kind === "array";
  if (terms.member(options, "afterAuth") || terms.member(options, "beforeAuth") || !lists.every(isList))
    return unreadable(handler, terms);
  const patterns = lists.flatMap((list) => terms.items(list)).map((item) => terms.text(item));
  const exempts = (path: string): boolean =>
    patterns.some((pattern) => pattern === undefined || routePattern(pattern)?.test(usual(path)) !== false);
  return { ...handler, guard: "authentication", exempts };
}

/** Parameters of a route stand for usual values. */
function usual(path: string): string {
  return path.replace(/:\w+\*?/g, "4711");
}

/** `withAuth(middleware, { callbacks: { authorized } })`: without the callback a token is enough. */
function withAuthLinks(
  handler: Handler,
  term: Term & { readonly kind: "external" },
  terms: TermView,
): readonly Handler[] {
  const options = (term.arguments ?? []).find((argument) => argument.kind === "object");
  const inner = (term.arguments ?? []).find((argument) => argument.kind === "function");
  const authorized = terms.member(terms.member(options, "callbacks"), "authorized");
  const shape: HandlerShape = { parameters: [{ fields: { token: "identity", req: "request" } }], returns: "verdict" };
  const first: Handler =
    authorized === undefined ? { ...handler, guard: "authentication" } : { ...handler, term: authorized, shape };
  return inner ? [first, { ...handler, term: inner, shape: MIDDLEWARE }] : [first];
}

/** `export { auth as middleware }`: the `authorized` callback of the configuration decides; without it nobody is refused. */
function authorizedLinks(
  handler: Handler,
  term: Term & { readonly kind: "external" },
  terms: TermView,
): readonly Handler[] {
  const config = term.base?.kind === "external" ? term.base.arguments?.[0] : undefined;
  if (config?.kind !== "object") return [unreadable(handler, terms)];
  const authorized = terms.member(terms.member(config, "callbacks"), "authorized");
  if (authorized === undefined) return config.fields.every(isRead) ? [] : [unreadable(handler, terms)];
  const shape: HandlerShape = {
    parameters: [{ fields: { auth: "identity", request: "request" } }],
    returns: "verdict",
  };
  return [{ ...handler, term: authorized, shape }];
}

/** A spread of something unknown may hold the callback. */
function isRead(field: { readonly key?: string; readonly value: Term }): boolean {
  if (field.key !== undefined) return field.key !== "callbacks" || field.value.kind === "object";
  return field.value.kind === "object";
}

/** A value of which nothing is known: what it guards is unknown. */
function unreadable(handler: Handler, terms: TermView): Handler {
  const term = terms.external("", ["middleware"], terms.literal("middleware"), { file: "", at: [0, 0] });
  return { ...handler, term, shape: MIDDLEWARE };
}
