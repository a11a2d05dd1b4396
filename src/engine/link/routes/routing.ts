/** Lays out the mount tree: every entry point with its full path and everything that runs ahead of its handler. */
import type { Framework, Handler } from "../../frameworks/define-framework.ts";
import { KINDS } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import type { EntryItem, Item, Receiver, Registrations } from "./registrations.ts";

export interface RoutedEntry {
  readonly item: EntryItem;
  readonly path: string;
  /** Middleware of every receiver on the way, outermost first, then the route's own. The handler is last. */
  readonly handlers: readonly Handler[];
  /** The receiver is reached from an application that was found; otherwise more may stand ahead of it. */
  readonly rooted: boolean;
  /** Middleware that covers the path but is registered too late to run for it. */
  readonly behind: readonly Handler[];
  /** The handler runs for other methods, too, and may ask for which. */
  readonly byMethod?: true;
}

export function routeEntries(registrations: Registrations): readonly RoutedEntry[] {
  const mounted = new Set<Term>();
  for (const receiver of registrations.receivers.values()) {
    for (const item of receiver.items) {
      const router = item.kind === "mount" ? mountedBy(registrations, item) : undefined;
      if (router) mounted.add(router.term);
    }
  }
  const entries: RoutedEntry[] = registrations.loose.map((item) => ({
    item,
    path: item.path,
    handlers: item.handlers,
    rooted: !item.unrooted,
    behind: [],
  }));
  for (const receiver of registrations.receivers.values()) {
    if (mounted.has(receiver.term)) continue;
    walk(registrations, receiver, { prefix: "", outer: [], open: new Set(), rooted: isRoot(receiver) }, entries);
  }
  return withoutDuplicates(entries);
}

function mountedBy(registrations: Registrations, item: Item & { readonly kind: "mount" }): Receiver | undefined {
  return (
    registrations.receivers.get(item.router) ?? (item.behind ? registrations.receivers.get(item.behind) : undefined)
  );
}

interface Way {
  readonly prefix: string;
  /** What stands ahead of the receiver: each route is asked whether it is covered. */
  readonly outer: readonly Outer[];
  readonly open: ReadonlySet<Term>;
  readonly rooted: boolean;
  /** What was registered before at the same addresses, where requests come by one after the other. */
  readonly firsts?: Map<string, EntryItem>;
}

function isRoot(receiver: Receiver): boolean {
  const { term, framework } = receiver;
  if (term.kind !== "external" || term.site?.at[1] === 0) return false;
  return framework.roots === undefined || framework.roots.includes(term.path.join("."));
}

/** Gives what runs for later requests to the same addresses, too: see `fallsThrough`. */
function walk(registrations: Registrations, receiver: Receiver, way: Way, entries: RoutedEntry[]): readonly Ahead[] {
  if (way.open.has(receiver.term)) return [];
  const open = new Set([...way.open, receiver.term]);
  const prefix = receiver.prefix === "" ? way.prefix : joinRoute(way.prefix, receiver.prefix);
  const ahead: Ahead[] = [];
  const registered: { readonly from: number; readonly to: number; readonly ahead: number }[] = [];
  const lead = (item: Item & { readonly kind: "middleware" }): void => {
    const path = joinRoute(prefix, item.path ?? "/");
    const handlers = below(item.handlers, receiver.framework, path).map((handler) =>
      ofFramework(handler, receiver.framework),
    );
    ahead.push({ path, segments: segmentsOf(path), handlers, applies: item.applies, own: item.own });
  };
  const firsts = way.firsts ?? new Map<string, EntryItem>();
  for (const item of receiver.items) if (item.kind === "middleware" && item.everywhere) lead(item);
  for (const item of receiver.items) {
    if (item.kind === "middleware") {
      if (!item.everywhere) lead(item);
      continue;
    }
    if (item.kind === "entry") {
      const excepted = receiver.except?.(item.method, item.path) === true;
      const path = pathOf(item, excepted ? way.prefix : prefix);
      if (isRepeated(firsts, item, path)) continue;
      const before = item.detached ? [] : applying(ahead, item.method, path);
      entries.push({
        item,
        path,
        handlers: [
          ...(item.detached ? [] : covering(way.outer, item, path)),
          ...before,
          ...below(item.handlers, receiver.framework, prefix),
        ],
        rooted: way.rooted && !item.unrooted,
        behind: [],
      });
      if (!item.detached) registered.push({ from: entries.length - 1, to: entries.length, ahead: ahead.length });
      continue;
    }
    const router = mountedBy(registrations, item);
    if (!router) continue;
    const from = entries.length;
    const path = item.path?.endsWith(".") ? joinName(prefix, item.path) : joinRoute(prefix, item.path ?? "");
    const left = walk(
      registrations,
      router,
      {
        prefix: path,
        outer: [
          ...way.outer,
          ...aheadOfRouter(ahead, path),
          { middleware: undefined, handlers: below(item.handlers, receiver.framework, path) },
        ],
        open,
        rooted: way.rooted,
        ...(receiver.framework.fallsThrough && router.framework.id === receiver.framework.id && { firsts }),
      },
      entries,
    );
    registered.push({ from, to: entries.length, ahead: ahead.length });
    if (router.framework.fallsThrough && router.framework.id === receiver.framework.id)
      ahead.push(...left.map((middleware) => ({ ...middleware, fell: true as const })));
  }
  for (const { from, to, ahead: before } of registered) {
    const later = ahead.slice(before).filter((middleware) => !middleware.fell);
    if (later.length > 0) for (let index = from; index < to; index++) noteBehind(entries, index, later);
  }
  return ahead.filter(({ own, applies }) => !own && !applies);
}

/** Middleware ahead of a router. */
interface Outer {
  readonly handlers: readonly Handler[];
  /** Undefined where it runs for all that stands in the router; otherwise a route's own address tells. */
  readonly middleware: Ahead | undefined;
}

/** `app.use("/admin/*", check); app.route("/", routes)` checks those routes that are called `/admin/…`; `app.put` those of its method. */
function aheadOfRouter(ahead: readonly Ahead[], path: string): readonly Outer[] {
  const segments = segmentsOf(path);
  return ahead
    .filter((middleware) => !middleware.own)
    .map((middleware) => ({
      handlers: middleware.handlers,
      middleware: !middleware.applies && covers(middleware.segments, segments) ? undefined : middleware,
    }));
}

function covering(outer: readonly Outer[], item: EntryItem, path: string): readonly Handler[] {
  const segments = segmentsOf(path);
  return outer.flatMap(({ handlers, middleware }) => {
    if (!middleware) return handlers;
    return isAddress(item) && isAhead(middleware, item.method, path, segments) ? handlers : [];
  });
}

/** The same handler at the same address once more, in the other branch of an `if`, or in a router behind: the first answers. */
function isRepeated(firsts: Map<string, EntryItem>, item: EntryItem, path: string): boolean {
  const last = item.handlers.at(-1);
  if (last?.term.kind !== "function") return false;
  const key = `${item.method} ${path} ${last.term.id}`;
  const first = firsts.get(key);
  if (!first) firsts.set(key, item);
  return first !== undefined && (first.place.file !== item.place.file || first.place.at[0] !== item.place.at[0]);
}

function noteBehind(entries: RoutedEntry[], index: number, later: readonly Ahead[]): void {
  const entry = entries[index];
  const meant = later.filter((middleware) => entry && isMeantFor(middleware.path, entry.path));
  const behind = entry ? applying(meant, entry.item.method, entry.path) : [];
  if (entry && behind.length > 0) entries[index] = { ...entry, behind: [...entry.behind, ...behind] };
}

/** `/:projectId` also matches `/auth`, which stands before it because it is no project. */
function isMeantFor(prefix: string, path: string): boolean {
  const given = segmentsOf(path);
  return segmentsOf(prefix).every((segment, index) => !segment.startsWith(":") || given[index]?.startsWith(":"));
}

interface Ahead {
  readonly path: string;
  readonly segments: readonly string[];
  readonly handlers: readonly Handler[];
  readonly applies: ((method: string, path: string) => boolean) | undefined;
  readonly own: boolean;
  /** It stands in a router that was mounted before, and was never meant for what comes later. */
  readonly fell?: true;
}

/** What stands below a prefix, and may see only the rest of the path. */
function below(handlers: readonly Handler[], framework: Framework, prefix: string): readonly Handler[] {
  return framework.showsRest ? handlers.map((handler) => ({ mount: prefix, ...handler })) : handlers;
}

/** What runs ahead of a route of another framework keeps its own shape: Express middleware ahead of a ts-rest router. */
function ofFramework(handler: Handler, framework: Framework): Handler {
  const shape = handler.shape ?? framework.handler;
  return { ...handler, ...(shape ? { shape } : {}), framework: framework.id };
}

function pathOf(item: EntryItem, prefix: string): string {
  if (item.detached) return item.path;
  if (item.dotted) return joinName(prefix, item.path);
  return isAddress(item) ? joinRoute(prefix, item.path) : item.path;
}

/** Sockets that are opened at an address stand below the prefix as routes do. */
function isAddress({ entryKind, path }: EntryItem): boolean {
  return KINDS[entryKind].atAddress === true || (entryKind === "socket" && path.startsWith("/"));
}

/** Names of procedures: `users.` and `list` make `users.list`. */
function joinName(prefix: string, name: string): string {
  return `${prefix === "/" ? "" : prefix}${name}`;
}

function applying(ahead: readonly Ahead[], method: string | undefined, path: string): readonly Handler[] {
  const segments = segmentsOf(path);
  return ahead
    .filter((middleware) => method !== undefined || !middleware.own)
    .filter((middleware) => isAhead(middleware, method, path, segments))
    .flatMap((middleware) => middleware.handlers);
}

function isAhead(
  { applies, segments: prefix }: Ahead,
  method: string | undefined,
  path: string,
  segments: readonly string[],
): boolean {
  return covers(prefix, segments) && (!applies || method === undefined || applies(method, path));
}

/** Whether middleware at these segments runs for requests to those. */
function covers(wanted: readonly string[], given: readonly string[]): boolean {
  for (const [index, segment] of wanted.entries()) {
    if (isWild(segment)) {
      if (segment.includes("*")) return true;
      continue;
    }
    const other = given[index];
    if (other === undefined) return false;
    if (other.includes("*")) return true;
    if (!other.startsWith(":") && other !== segment) return false;
    if (other.startsWith(":")) return false;
  }
  return wanted.length <= given.length;
}

function isWild(segment: string): boolean {
  return segment.startsWith(":") || segment.includes("*") || segment.includes("(");
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** `/api` and `/users/` make `/api/users`. A name without a slash is kept as it is. */
export function joinRoute(prefix: string, path: string): string {
  const joined = `/${[...segmentsOf(prefix), ...segmentsOf(path)].join("/")}`;
  return joined;
}

/**
 * The same route registered twice at the same place through the same way is one entry point. So is one that a second
 * application puts together again with less ahead of it, for a typed client or a test: the whole way is what is served.
 */
function withoutDuplicates(entries: readonly RoutedEntry[]): readonly RoutedEntry[] {
  const byRoute = new Map<string, RoutedEntry[]>();
  for (const entry of entries) {
    const { place, method, entryKind } = entry.item;
    const key = `${entryKind} ${method} ${entry.path} ${place.file}:${place.at[0]}`;
    const same = byRoute.get(key);
    if (same) same.push(entry);
    else byRoute.set(key, [entry]);
  }
  const dropped = new Set<RoutedEntry>();
  for (const same of byRoute.values()) {
    for (const [index, entry] of same.entries())
      if (same.some((other, at) => at !== index && !dropped.has(other) && isPartOf(entry, other, at < index)))
        dropped.add(entry);
  }
  return dropped.size === 0 ? entries : entries.filter((entry) => !dropped.has(entry));
}

/** Everything ahead of one stands ahead of the other, too, in this order. Of equal ones the earlier is the whole. */
function isPartOf(one: RoutedEntry, other: RoutedEntry, otherIsEarlier: boolean): boolean {
  if (one.rooted && !other.rooted) return false;
  if (one.handlers.length === other.handlers.length && !otherIsEarlier) return false;
  let next = 0;
  for (const handler of other.handlers) {
    const wanted = one.handlers[next];
    if (wanted && nameOf(wanted) === nameOf(handler)) next++;
  }
  return next === one.handlers.length;
}

function nameOf({ name, place }: Handler): string {
  return `${name} ${place.file}:${place.at[0]}`;
}
