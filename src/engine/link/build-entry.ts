/** Makes an entry point from its route: lays its path, reads guards, judges effects. */
import type { Config } from "../model/config.ts";
import type { Effect } from "../model/effect.ts";
import { type Delivery, type EntryPoint, type EntryPointKind, KINDS } from "../model/entry-point.ts";
import type { Guard } from "../model/guard.ts";
import type { EffectEvent } from "../model/path.ts";
import type { Schema } from "../model/service-model.ts";
import type { Term } from "../model/term.ts";
import { handlerPlace } from "./adapters/handler-code.ts";
import { ANY_KEY } from "./evaluate/given-by-framework.ts";
import type { Linker } from "./evaluate/linker.ts";
import type { Address } from "./evaluate/route.ts";
import { isPersonal, kindOf } from "./guards/entry-kind.ts";
import { readGuards } from "./guards/guards.ts";
import { OPEN_BY_MARK, OPEN_BY_NEIGHBOURS } from "./guards/open-reasons.ts";
import { publicByDesign } from "./guards/public.ts";
import { readWays } from "./guards/ways.ts";
import { addsAgain, judgeRetry } from "./retry/retry.ts";
import type { RoutedEntry } from "./routes/routing.ts";
import { HOLDS_ENVIRONMENT, holds } from "./terms/marks.ts";
import { partsOf } from "./terms/terms.ts";
import { layTrail, type Trail } from "./trail/trail.ts";
import { isVerdict } from "./trail/verdict.ts";

export function buildEntry(linker: Linker, routed: RoutedEntry, config: Config, schema: Schema): EntryPoint {
  const { item, handlers } = routed;
  linker.memo.touch(item.place.file);
  const laid = layTrail(linker, handlers, item.shape, item.framework.id, item.metadata, addressOf(routed));
  const guards = readGuards(laid, config, linker.adapters.isAuth);
  const { settled, bySetting } = readWays(laid, linker.adapters.isAuth);
  const trail: Trail = {
    ...laid,
    events: laid.events.flatMap((event) => {
      if (event.kind !== "opaque") return event;
      if (settled.has(event)) return [];
      return bySetting.has(event) ? { ...event, bySetting: true as const } : event;
    }),
  };
  const kind = kindOf(item.entryKind, item.method, routed.path, guards, trail, handlers.slice(0, -1));
  const last = handlers.at(-1);
  const handler = {
    name: last?.name ?? "handler",
    place: (last && handlerPlace(linker, last.term)) ?? last?.place ?? item.place,
  };
  const label = labelOf(kind, item.method, routed.path);
  const entry: EntryPoint & { effects: Effect[] } = {
    id: `${kind} ${item.method} ${routed.path} ${item.place.file}`,
    kind,
    method: item.method,
    path: routed.path,
    label,
    framework: item.framework.id,
    intake: item.framework.intake,
    onPage: item.framework.pages,
    reshaped: isReshaped(routed, laid),
    place: item.place,
    app: linker.modules.appOf(item.place.file),
    handler,
    chain: handlers.slice(0, -1).map(({ name, place }) => ({ name, place })),
    guards,
    behind: guardsBehind(linker, routed, config, guards),
    effects: [],
    trail,
    config: configOf(
      trail.events.filter((event) => event.kind === "effect"),
      trail.config,
    ),
    delivery: deliveryOf(kind, routed.path, item.delivery, guards),
    public:
      publicByDesign(routed, trail, guards, config, schema) ??
      (item.open ? { why: OPEN_BY_MARK } : undefined) ??
      letThrough(linker, routed, config, guards) ??
      (laid.asksRoute ? letThroughBySetting(linker, routed, config, guards) : undefined) ??
      (laid.asksRoute ? exempted(linker, routed, config, guards) : undefined),
    unreadable:
      !routed.rooted ||
      trail.chainIncomplete ||
      trail.events.some((event) => event.kind === "opaque" && event.inChain && !event.bySetting),
    forwards: item.forwards,
    options: item.options,
    declared: [
      ...(declaredOn(linker, item.metadata) ?? []),
      ...item.unread.map((mark) => ({ ...mark, isUnread: () => true })),
    ],
  };
  const made = new Set<Term>();
  for (const event of trail.events) {
    if (event.kind !== "effect") continue;
    const effect: Effect = { ...event, entryPoint: entry, ...judgeRetry(event, trail, guards, schema, made) };
    if (addsAgain(effect) || chargesAgain(effect) || countsAgain(effect)) made.add(effect.result);
    entry.effects.push(effect);
  }
  return entry;
}

function isReshaped({ item, handlers }: RoutedEntry, { replacesAnswer }: Trail): boolean {
  return item.framework.serializes === true || replacesAnswer || handlers.some(({ shape }) => shape?.around);
}

/** The number that a counter gives is another one at the next run. */
function countsAgain({ operation, retry }: Effect): boolean {
  return operation === "increment" && retry === "unsafe";
}

/** What a provider answers to a payment without a key is about another payment at the next run. */
function chargesAgain({ category, operation, retry }: Effect): boolean {
  return category === "payment" && operation === "charge" && retry === "unsafe";
}

/** What decorators of the handler say, for guards to read. Whether any does is known when all guards have been read. */
function declaredOn(linker: Linker, metadata: RoutedEntry["item"]["metadata"]): EntryPoint["declared"] {
  return (metadata?.fields ?? []).flatMap(({ key = "", value }) => {
    const name = linker.keyTexts.get(key);
    if (name === undefined) return [];
    const values = partsOf(value)
      .concat(value)
      .flatMap((part) => (part.kind === "literal" && typeof part.value === "string" ? [part.value] : []));
    const isUnread = (): boolean =>
      linker.keysRead.size > 0 && !linker.keysRead.has(key) && !linker.keysRead.has(ANY_KEY);
    return [{ name, values, value, isUnread }];
  });
}

function addressOf({ item, path, byMethod }: RoutedEntry): Address | undefined {
  if (!KINDS[item.entryKind].atAddress) return undefined;
  return {
    method: item.method,
    path: path.slice(0, path.length - item.search.length),
    id: item.routeId,
    settings: item.settings,
    byMethod,
  };
}

/** A decorator on the handler (`@Public()`) tells a guard, which would check who is calling, to let everybody through. */
function letThrough(
  linker: Linker,
  routed: RoutedEntry,
  config: Config,
  guards: readonly Guard[],
): { readonly why: string } | undefined {
  const { item } = routed;
  if (!item.metadata || item.metadata.fields.length === 0) return undefined;
  // Told a right by the decorator, a guard asks for that right.
  if (guards.some(({ kind }) => kind === "authentication" || kind === "role")) return undefined;
  const ahead = routed.handlers.slice(0, -1);
  if (!ahead.some((handler) => isVerdict(handler.shape))) return undefined;
  const trail = layTrail(linker, routed.handlers, item.shape, item.framework.id, undefined, addressOf(routed));
  const names = new Set(ahead.map((handler) => handler.name));
  const asked = readGuards(trail, config, linker.adapters.isAuth).some(
    (guard) => guard.kind === "authentication" && names.has(guard.name),
  );
  return asked ? { why: OPEN_BY_MARK } : undefined;
}

/**
 * The route says of itself what has middleware let everybody through, which would ask if that could not be read:
 * `config: { open: true }`.
 */
function letThroughBySetting(
  linker: Linker,
  routed: RoutedEntry,
  config: Config,
  guards: readonly Guard[],
): { readonly why: string } | undefined {
  const { item } = routed;
  if (item.settings?.kind !== "object" || guards.some((guard) => CALLER.has(guard.kind))) return undefined;
  const unread = linker.terms.object(
    item.settings.fields.map((field) => ({ ...field, value: linker.terms.unknown([]) })),
  );
  const address = addressOf(routed);
  const at = address && { ...address, settings: unread };
  const trail = layTrail(linker, routed.handlers, item.shape, item.framework.id, item.metadata, at);
  const names = new Set(routed.handlers.slice(0, -1).map((handler) => handler.name));
  const isAsked =
    trail.events.some((event) => event.kind === "opaque" && event.inChain) ||
    readGuards(trail, config, linker.adapters.isAuth).some((guard) => CALLER.has(guard.kind) && names.has(guard.name));
  return isAsked ? { why: "the route says of itself that everybody may call it" } : undefined;
}

/** Middleware that asks callers at other addresses who they are names this one among those that it lets through. */
function exempted(
  linker: Linker,
  routed: RoutedEntry,
  config: Config,
  guards: readonly Guard[],
): { readonly why: string } | undefined {
  if (guards.some((guard) => CALLER.has(guard.kind))) return undefined;
  const { item, handlers } = routed;
  const chain = handlers.slice(0, -1);
  const names = new Set(chain.map((handler) => handler.name));
  // Only the chain counts, and routes share it: each neighbour is asked once.
  const end = handlers.slice(-1).map((handler) => ({ ...handler, term: linker.terms.undefined }));
  const asksAt = (path: string): boolean => {
    const at = { method: item.method, path, id: item.routeId && path, settings: item.settings };
    const trail = layTrail(linker, [...chain, ...end], item.shape, item.framework.id, item.metadata, at);
    return readGuards(trail, config, linker.adapters.isAuth).some(
      (guard) => CALLER.has(guard.kind) && names.has(guard.name),
    );
  };
  const key = `${chain.map(({ term, name, mount }) => `${term.id}:${name}:${mount ?? ""}`).join(",")} ${item.framework.id} ${item.method} ${item.metadata?.id ?? ""} ${item.settings?.id ?? ""}`;
  const others = beside(routed.path).some((path) =>
    linker.memo.get(
      `neighbour ${path} ${key}`,
      () => asksAt(path),
      () => false,
    ),
  );
  return others ? { why: OPEN_BY_NEIGHBOURS } : undefined;
}

/** Addresses that nobody names, next to this one and to each of those above it. */
function beside(path: string): readonly string[] {
  const segments = path.split("/").filter((segment) => segment !== "");
  return segments.map((_, index) => `/${[...segments.slice(0, index), "hardpath-neighbour"].join("/")}`).reverse();
}

/** What the middleware behind a route would check, where nothing ahead of it does. */
function guardsBehind(linker: Linker, routed: RoutedEntry, config: Config, guards: readonly Guard[]): readonly Guard[] {
  const last = routed.handlers.at(-1);
  if (routed.behind.length === 0 || !last || guards.some((guard) => CALLER.has(guard.kind))) return [];
  const { item } = routed;
  const trail = layTrail(linker, [...routed.behind, last], item.shape, item.framework.id, undefined, addressOf(routed));
  return readGuards(trail, config, linker.adapters.isAuth).filter(
    (guard) => CALLER.has(guard.kind) && routed.behind.some((link) => link.name === guard.name),
  );
}

const CALLER: ReadonlySet<Guard["kind"]> = new Set(["authentication", "role"]);

export function labelOf(kind: EntryPointKind, method: string, path: string): string {
  if (KINDS[kind].namedByMethod) return `${method} ${path}`.trim();
  return kind === "action" ? `action ${path}` : `${kind} ${path}`;
}

function deliveryOf(kind: EntryPointKind, path: string, given: Partial<Delivery>, guards: readonly Guard[]): Delivery {
  const logins = guards.filter((guard) => guard.kind === "authentication");
  // Whoever shows a secret of the service's own settings is another part of it, or the platform's clock.
  const isInternal =
    kind === "http" && (logins.length > 0 || /(?:^|\/)cron(?:\/|$)/i.test(path)) && !logins.some(isPersonal);
  const identities = { webhook: ["event.id"], queue: ["job.id"] } as Partial<Record<EntryPointKind, readonly string[]>>;
  return {
    by: given.by ?? (isInternal ? "internal" : KINDS[kind].by),
    attempts: given.attempts,
    identities: given.identities ?? identities[kind] ?? [],
  };
}

/** Environment variables behind the clients and arguments of effects, and those read in handlers. */
function configOf(effects: readonly EffectEvent[], read: readonly string[]): readonly string[] {
  const names = new Set(read);
  const seen = new Set<Term>();
  const stack: Term[] = effects.flatMap((effect) => [effect.call.callee, ...effect.call.arguments]);
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (seen.has(term) || !holds(term, HOLDS_ENVIRONMENT)) continue;
    seen.add(term);
    if (term.kind === "environment") names.add(term.name);
    stack.push(...partsOf(term));
  }
  return [...names].sort();
}
