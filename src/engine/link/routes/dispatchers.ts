/**
 * Middleware that hands the request on to a function which it has looked up in a router of the workspace's own:
 *
 * ```ts
 * app.use(async (ctx) => {
 *   const route = routes.find(ctx.method, ctx.path);
 *   ctx.body = await route.handler(ctx);
 * });
 * ```
 *
 * The routes that this router was offered stand where the middleware stood, and are given what it hands on.
 */
import type { ParameterShape } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { filesIn, framesOf, handlerOf, type PlacedRoute, routesOfFiles } from "./own-routes.ts";
import type { EntryItem, Item, Receiver, Registrations } from "./registrations.ts";
import { joinRoute } from "./routing.ts";

export function settleDispatchers(linker: Linker, registrations: Registrations): void {
  if (registrations.offered.length === 0) return;
  for (const receiver of registrations.receivers.values()) {
    const last = receiver.items.at(-1);
    const items = receiver.items.flatMap((item) =>
      dispatched(linker, registrations, receiver, item, item === last ? "last" : "followed"),
    );
    receiver.items.splice(0, receiver.items.length, ...items);
  }
}

function dispatched(
  linker: Linker,
  registrations: Registrations,
  { framework }: Receiver,
  item: Item,
  stands: "last" | "followed",
): readonly Item[] {
  if (item.kind !== "middleware" || item.everywhere || item.applies || item.own) return [item];
  for (const { term } of item.handlers) {
    const files = new Set<string>();
    const calls = framesOf(linker, framework, term).flatMap((frame) => {
      files.add(frame.function.file);
      filesIn(frame.block, files, new Set());
      return callsWithRequest(frame.block, new Set());
    });
    const given = calls.at(-1);
    if (!given) continue;
    const run = routesOfFiles(linker, registrations, files).filter(isKept);
    const routes = run.length > 0 || stands === "followed" ? run : keptIn(linker, registrations, files);
    if (routes.length === 0) continue;
    const parameters = given.map((one) => ({ term: one }));
    return routes.map((route) => entryOf(linker, framework, item.path ?? "", route, parameters));
  }
  return [item];
}

/** Routes that were only noted when they were offered, in the application that the middleware belongs to. */
function keptIn(linker: Linker, registrations: Registrations, files: Iterable<string>): readonly PlacedRoute[] {
  const apps = new Set([...files].map((file) => linker.modules.appOf(file)));
  return registrations.offered.filter((route) => isKept(route) && apps.has(linker.modules.appOf(route.place.file)));
}

function isKept({ kept }: PlacedRoute): boolean {
  return kept !== false;
}

function entryOf(
  linker: Linker,
  framework: Receiver["framework"],
  prefix: string,
  { method, path, handler, place }: PlacedRoute,
  parameters: readonly ParameterShape[],
): { readonly kind: "entry" } & EntryItem {
  return {
    kind: "entry",
    entryKind: "http",
    method,
    path: joinRoute(prefix, path),
    handlers: [handlerOf(linker, handler, place)],
    delivery: {},
    options: undefined,
    shape: { parameters, returns: "response" },
    detached: false,
    place,
    framework,
    metadata: undefined,
    unread: [],
    // The middleware stands ahead of it: what it checks is not known here.
    unrooted: true,
    forwards: false,
    open: false,
    dotted: false,
    listens: false,
    search: "",
    routeId: undefined,
    settings: undefined,
    schema: undefined,
  };
}

/** What functions of which nothing is known are given, where the whole request is among it. */
function callsWithRequest(block: Block, seen: Set<Block>): readonly (readonly Term[])[] {
  if (seen.has(block)) return [];
  seen.add(block);
  return block.steps.flatMap((step) => {
    if (step.kind === "opaque" && isLookedUp(step.call.callee) && step.call.arguments.some(isRequest))
      return [step.call.arguments];
    return blocksIn(step).flatMap((inner) => callsWithRequest(inner, seen));
  });
}

/** Neither of a package nor what a client sent. */
function isLookedUp({ kind }: Term): boolean {
  return kind === "unknown" || kind === "member" || kind === "element" || kind === "result" || kind === "operation";
}

function isRequest(term: Term): boolean {
  if (term.kind === "object") return term.fields.some(({ value }) => isRequest(value));
  return term.kind === "input" && (term.source === "request" || term.source === "context") && term.path.length === 0;
}
