/**
 * Routes that a service keeps in a router of its own: `router.get("/users", list)`, `add("GET /users", list)`,
 * `{ "GET /users": list }`, where a listener hands every request to that router.
 *
 * A call into the workspace that is given a method, a path and a function offers a route. Whether it is one is decided
 * when everything has run: only where a listener that takes every request runs code of the file that was offered it.
 */
import type { Framework, Handler } from "../../frameworks/define-framework.ts";
import type { Place, Term } from "../../model/term.ts";
import { handlerName, handlerPlace } from "../adapters/handler-code.ts";
import { parametersOf } from "../adapters/term-view.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { isCalled, made, type OfferedRoute, offeredBy, routeOf, VERB, VERB_AND_PATH } from "../evaluate/offered.ts";
import type { Block, Frame } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { indexOf, moduleValue } from "../evaluate/values.ts";
import type { EntryItem, Registrations } from "./registrations.ts";

/** Listeners that get every request: the routes of their own routers stand for the one entry point for everything. */
export function settleOwnRoutes(linker: Linker, registrations: Registrations): void {
  registrations.loose.splice(0, registrations.loose.length, ...settled(linker, registrations, registrations.loose));
  for (const receiver of registrations.receivers.values()) {
    const entries = receiver.items.filter((item) => item.kind === "entry");
    if (!entries.some(({ listens }) => listens)) continue;
    const others = receiver.items.filter((item) => item.kind !== "entry");
    const after = settled(linker, registrations, entries).map((item) => ({ ...item, kind: "entry" as const }));
    receiver.items.splice(0, receiver.items.length, ...others, ...after);
  }
}

function settled(linker: Linker, registrations: Registrations, items: readonly EntryItem[]): readonly EntryItem[] {
  const known = new Set(items.map(({ method, path }) => `${method} ${path}`));
  const asked = new Set<Term>();
  const routed = new Set<Term>();
  const found: EntryItem[] = [];
  for (const item of items) {
    const listener = item.listens ? item.handlers[0]?.term : undefined;
    if (!listener || asked.has(listener)) continue;
    asked.add(listener);
    for (const route of ownRoutes(linker, registrations, item, listener)) {
      routed.add(listener);
      const key = `${route.method} ${route.path}`;
      if (!known.has(key)) found.push(route);
      known.add(key);
    }
  }
  const stays = (item: EntryItem): boolean =>
    !(item.listens && item.path === "/*" && item.handlers[0] && routed.has(item.handlers[0].term));
  return [...items.filter(stays), ...found];
}

function ownRoutes(
  linker: Linker,
  registrations: Registrations,
  item: EntryItem,
  listener: Term,
): readonly EntryItem[] {
  const files = new Set<string>();
  for (const frame of framesOf(linker, item.framework, listener)) {
    files.add(frame.function.file);
    filesIn(frame.block, files, new Set());
  }
  return routesOfFiles(linker, registrations, files)
    .filter(({ bare }) => !bare)
    .map(({ method, path, handler, place }) => {
      // The listener stands ahead of it: what it checks is not known here.
      const own = {
        method,
        path,
        handlers: [handlerOf(linker, handler, place)],
        place,
        unrooted: true,
        listens: false,
      };
      return { ...item, ...own, shape: item.framework.handler };
    });
}

/** A listener or middleware as it runs for a request. */
export function framesOf(linker: Linker, framework: Framework, listener: Term): readonly Frame[] {
  const given = parametersOf(linker, framework.handler?.parameters ?? [], framework.id);
  return alternatives(listener).flatMap((option) => {
    const target = option.kind === "bound" ? option.function : option;
    return target.kind === "function" ? [callFunction(linker, target, given)] : [];
  });
}

/** What routers in the files that a listener runs code of were offered, and what stands in tables there. */
export function routesOfFiles(
  linker: Linker,
  registrations: Registrations,
  run: ReadonlySet<string>,
): readonly PlacedRoute[] {
  const files = new Set([...run, ...madeIn(linker, run)]);
  const offered = registrations.offered.filter(({ by }) => files.has(by));
  return [...offered, ...[...files].flatMap((file) => tablesIn(linker, file))];
}

export function handlerOf(linker: Linker, term: Term, registered: Place): Handler {
  return { term, place: handlerPlace(linker, term) ?? registered, name: handlerName(linker, term, "") };
}

/** Files of the classes that are made at the top of these: the router that a listener hands over to. */
function madeIn(linker: Linker, files: Iterable<string>): readonly string[] {
  return [...files].flatMap((file) =>
    [...(indexOf(linker, file)?.declarations.values() ?? [])].flatMap(({ value }) => {
      if (value?.kind !== "call" || !value.new) return [];
      const made = moduleValue(linker, file, value).term;
      return made.kind === "instance" && made.class.kind === "class" ? [made.class.file] : [];
    }),
  );
}

export function filesIn(block: Block, files: Set<string>, seen: Set<Block>): void {
  if (seen.has(block)) return;
  seen.add(block);
  for (const step of block.steps) {
    if (step.kind === "call") files.add(step.frame.function.file);
    if (step.kind === "opaque" && step.call.callee.kind === "function") files.add(step.call.callee.function.file);
    for (const inner of blocksIn(step)) filesIn(inner, files, seen);
  }
}

export interface PlacedRoute extends OfferedRoute {
  readonly place: Place;
  /** It was only noted when it was offered. */
  readonly kept?: boolean;
}

/** Tables at the top of a file: `{ "GET /users": list }`, `{ GET: { "/users": list } }`, lists of routes, also as a `Map`. */
function tablesIn(linker: Linker, file: string): readonly PlacedRoute[] {
  const read = (): readonly PlacedRoute[] =>
    [...(indexOf(linker, file)?.declarations.values() ?? [])].flatMap(({ value }) => {
      if (!value) return [];
      const place = { file, at: value.at };
      return routesIn(moduleValue(linker, file, value).term).map((route) => ({ ...route, place }));
    });
  return linker.memo.get(`own tables ${file}`, read, () => []);
}

function routesIn(table: Term): readonly OfferedRoute[] {
  if (table.kind === "external" && /^global:Map$/.test(table.package)) {
    const [entries] = table.arguments ?? [];
    return entries?.kind === "array" ? routesIn(entries) : [];
  }
  if (table.kind === "array")
    return table.items.flatMap((item) => {
      const route =
        item.kind === "object" ? routeOf(item) : item.kind === "array" ? offeredBy(undefined, item.items) : undefined;
      return route ? [route] : [];
    });
  if (table.kind !== "object") return [];
  return table.fields.flatMap(({ key, value }) => {
    if (key === undefined) return [];
    const both = VERB_AND_PATH.exec(key);
    if (both) return isCalled(value) ? [made(both[1], both[2], value)] : [];
    if (value.kind !== "object") return [];
    return value.fields.flatMap(({ key: inner, value: handler }) => {
      if (inner === undefined || !isCalled(handler)) return [];
      if (VERB.test(key) && inner.startsWith("/")) return [made(key, inner, handler)];
      return key.startsWith("/") && VERB.test(inner) ? [made(inner, key, handler)] : [];
    });
  });
}
