/**
 * The route whose middleware is being read: with it, what middleware asks of the address and method of a request is known.
 *
 * `if (PUBLIC.some((prefix) => req.path.startsWith(prefix))) return next()` lets some routes through, and not others. Read
 * for one route, the test is true or false.
 */
import type { InputSource, Term } from "../../model/term.ts";
import { HOLDS_CLIENT_DATA, HOLDS_ROUTE, holds } from "../terms/marks.ts";
import { isRoutePart, isRoutePattern, isRouteSettings } from "../terms/route-parts.ts";
import { someTerm, type Terms } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { decide } from "./decide.ts";
import type { Linker } from "./linker.ts";
import type { Block } from "./steps.ts";
import { blocksIn } from "./stops.ts";

/** Where the entry point answers. */
export interface Address {
  readonly method: string;
  readonly path: string;
  /** What the framework calls the route: `/(app)/orders/[id]`. */
  readonly id?: string | undefined;
  /** What the route says of itself for middleware to read. */
  readonly settings?: Term | undefined;
  /** The handler runs for other methods, too, and may ask for which. */
  readonly byMethod?: true | undefined;
}

export interface Route {
  /** Distinguishes what was read for this route from what was read for others. */
  readonly key: string;
  /** The whole path, parameters as inputs; undefined where it is not known. */
  readonly path: Term | undefined;
  /** The path below where the middleware stands: `req.path` of Express. */
  readonly below: Term | undefined;
  /** The prefix below which it stands: `req.baseUrl` of Express. */
  readonly above?: Term | undefined;
  /** Undefined where the route takes several. */
  readonly method: Term | undefined;
  readonly id: Term | undefined;
  /** As it was registered, where that is told: `/orders/:id`. */
  readonly pattern?: Term;
  /** What it says of itself for middleware to read; undefined where that is not known. */
  readonly settings?: Term | undefined;
  /** The prefix below which the request is shown is not known. */
  readonly isOfHandler?: true;
  /** The names of all parameters in the path, for what stands at the route itself; undefined where some may be missing. */
  readonly parameters?: readonly string[] | undefined;
}

/** `mount`: the prefix below which Express shows middleware the rest of the path. */
export function routeFor(
  terms: Terms,
  { method, path, id, settings }: Address,
  mount: string | undefined,
): Route | undefined {
  if (!path.startsWith("/")) return undefined;
  const known = /^[A-Z]+$/.test(method) && method !== "ALL";
  const below = mount === undefined ? undefined : belowMount(path, mount);
  return {
    key: `${method} ${path} ${mount ?? ""} ${id ?? ""} ${settings?.id ?? ""}`,
    path: pathTerm(terms, path),
    below: below === undefined ? undefined : pathTerm(terms, below),
    ...(below !== undefined && mount !== undefined && { above: pathTerm(terms, mount) }),
    method: known ? terms.literal(method) : undefined,
    id: id === undefined ? undefined : terms.literal(id),
    pattern: terms.literal(path),
    ...(settings && { settings }),
  };
}

/**
 * The same for the handler itself. Below which prefix it stands it may know better: it is only told the whole address, where
 * it asks for that, and the method where it is registered for several.
 */
export function routeOfHandler(
  terms: Terms,
  { method, path, id, byMethod }: Address,
  asked: "whole address" | "method",
): Route | undefined {
  if (!path.startsWith("/")) return undefined;
  return {
    key: `handler ${byMethod ? method : ""} ${path} ${id ?? ""} ${asked}`,
    path: asked === "method" ? undefined : pathTerm(terms, path),
    below: undefined,
    method: byMethod ? terms.literal(method) : undefined,
    id: undefined,
    isOfHandler: true,
  };
}

function belowMount(path: string, mount: string): string | undefined {
  const above = mount.split("/").filter((segment) => segment !== "");
  if (above.some((segment) => segment.includes("*") || segment.includes("("))) return undefined;
  const segments = path.split("/").filter((segment) => segment !== "");
  return `/${segments.slice(above.length).join("/")}`;
}

/** Parameters stand for one segment each. What may be several, or none, is unknown. */
function pathTerm(terms: Terms, path: string): Term | undefined {
  if (!/[:*([?]/.test(path)) return terms.literal(path);
  const parts: Term[] = [];
  let text = "";
  for (const segment of path.split("/").filter((one) => one !== "")) {
    const name = /^:(\w+)$/.exec(segment)?.[1];
    if (name === undefined && /[:*([?]/.test(segment)) return undefined;
    if (name === undefined) text += `/${segment}`;
    else {
      parts.push(terms.literal(`${text}/`), terms.input("params", [name]));
      text = "";
    }
  }
  if (text !== "") parts.push(terms.literal(text));
  return terms.text(parts);
}

/** The same for a guard that stands at the route itself: it is also told which parameters there are. */
export function routeOfGuard(terms: Terms, at: Address, mount: string | undefined): Route | undefined {
  const route = routeFor(terms, at, mount);
  const parameters = /[*(?{[]/.test(at.path)
    ? undefined
    : [...at.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  return route && parameters ? { ...route, key: `${route.key} guard`, parameters } : route;
}

/** Whether a term is certainly true or false here: on a route with `:orgId`, `req.params.orgId` is there. */
export function truthHere({ route }: Linker, term: Term): boolean | undefined {
  const parameters = route?.parameters;
  if (!parameters) return truth(term);
  return decide(term, (part) => (isParameter(part) && parameters.includes(part.path[0] ?? "") ? true : undefined));
}

function isParameter(part: Term): part is Term & { readonly kind: "input" } {
  return part.kind === "input" && part.source === "params" && part.path.length === 1;
}

/** What an input is on this route: `req.path`, `request.nextUrl.pathname`, `ctx.method`. */
export function routeInput(linker: Linker, source: InputSource, path: readonly string[]): Term | undefined {
  const { route } = linker;
  if (route?.parameters && source === "params" && path.length === 1)
    return route.parameters.includes(path[0] ?? "") ? undefined : linker.terms.undefined;
  if (!route || (source !== "request" && source !== "context")) return undefined;
  const pathname = route.below ?? route.path;
  if (path.join(".") === "nextUrl" && pathname) {
    const rest = linker.terms.input("query", []);
    return linker.terms.object([{ value: rest }, { key: "pathname", value: pathname }]);
  }
  if (path.join(".") === "route.id") return route.id;
  if (isRouteSettings(path)) return route.settings;
  if (!isRoutePart(path)) return undefined;
  if (isRoutePattern(path)) return route.pattern ?? route.path;
  const last = path.at(-1) ?? "";
  if (last === "method") return route.method;
  if (last === "baseUrl") return route.above;
  if (last === "path" || last === "url" || last === "_parsedUrl")
    return route.isOfHandler ? undefined : (route.below ?? route.path);
  return route.path;
}

/** The path of an address made of the request's: `new URL(request.url).pathname`. */
export function routePathOf(linker: Linker, address: Term): Term | undefined {
  const { route } = linker;
  return route && (address === route.path || address === route.below) ? address : undefined;
}

/** The value is what the request's address or method is on this route, or holds it: a function given it asks for the route. */
export function tellsRoute(route: Route | undefined, term: Term): boolean {
  if (!route) return false;
  if (term === route.path || term === route.below || term === route.method) return true;
  if (term.kind === "object") return term.fields.some((field) => tellsRoute(route, field.value));
  if (term.kind === "external")
    return term.package === "global:URL" && (term.arguments ?? []).some((one) => tellsRoute(route, one));
  // What is cut out of the address: `path.slice(4)`.
  return term.kind === "literal" && route.path?.kind === "literal" && isPartOf(term.value, route.path.value);
}

function isPartOf(part: unknown, path: unknown): boolean {
  return typeof part === "string" && part.length > 1 && String(path).includes(part);
}

/** Members of an address that is known on this route: SvelteKit's `event.url` is one already. */
export function memberOfRoute(linker: Linker, address: Term, name: string): Term | undefined {
  if (name !== "pathname" && name !== "searchParams") return undefined;
  const path = routePathOf(linker, address);
  return path && name === "searchParams" ? linker.terms.input("query", []) : path;
}

/** Some branch in the block, or what it gives back, asks for the address or the method. */
export const asksRoute = asking((term) => holds(term, HOLDS_ROUTE));

/** The same of the whole address, below whichever prefix: `request.nextUrl.pathname`. */
export const asksWholeAddress = asking((term) => holds(term, HOLDS_ROUTE) && someTerm(term, isWholeAddress));

/** Some branch asks for a parameter of the path: `if (request.params.orgId) …`. */
export const asksParameter = asking((term) => holds(term, HOLDS_CLIENT_DATA) && someTerm(term, isParameter));

function isWholeAddress(part: Term): boolean {
  return part.kind === "input" && part.source === "query" && part.path[0] === "pathname";
}

function asking(asks: (term: Term) => boolean): (block: Block) => boolean {
  const known = new WeakMap<Block, boolean>();
  const isAsked = (block: Block): boolean => {
    let asked = known.get(block);
    if (asked === undefined) {
      known.set(block, false);
      asked = block.steps.some((step) => {
        if (step.kind === "branch" && asks(step.test)) return true;
        if (step.kind === "switch" && asks(step.on)) return true;
        if (step.kind === "return" && asks(step.value)) return true;
        if (step.kind === "loop" && step.over && asks(step.over)) return true;
        return blocksIn(step).some(isAsked);
      });
      known.set(block, asked);
    }
    return asked;
  };
  return isAsked;
}
