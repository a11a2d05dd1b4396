/** Builds the service model: registrations, routes, entry points. Everything unchanged since the last time is kept. */

import type { FileFacts } from "../facts/file-facts.ts";
import type { Handler, HandlerShape, ParameterShape } from "../frameworks/define-framework.ts";
import type { Config } from "../model/config.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Schema, ServiceModel } from "../model/service-model.ts";
import { handlerName, handlerPlace } from "./adapters/handler-code.ts";
import { createTermView } from "./adapters/term-view.ts";
import { buildEntry } from "./build-entry.ts";
import { buildSignIn } from "./build-sign-in.ts";
import { factsOf, type Linker } from "./evaluate/linker.ts";
import { runModule } from "./evaluate/run-module.ts";
import { exportedValue, exportNames, indexOf, moduleValue } from "./evaluate/values.ts";
import { forgetSignatures } from "./files/files-containing.ts";
import { withDeliveries } from "./retry/deliveries.ts";
import {
  BUDGET,
  forEntries,
  forNames,
  forPages,
  forStart,
  START_BUDGET,
  shareOf,
  spending,
} from "./routes/allowance.ts";
import { assemble, provide } from "./routes/assemble.ts";
import { classViews, visitClasses } from "./routes/class-view.ts";
import { settleDispatchers } from "./routes/dispatchers.ts";
import { withoutErrorHandlers } from "./routes/handler-functions.ts";
import { withLinksAhead } from "./routes/links-ahead.ts";
import { settleOwnRoutes } from "./routes/own-routes.ts";
import { createRegistrations, type Registrations } from "./routes/registrations.ts";
import { createRegistry, gather, gatherFrame } from "./routes/registry.ts";
import { type RoutedEntry, routeEntries } from "./routes/routing.ts";
import { toldByMethod } from "./routes/told-by-method.ts";
import { noteInner, runUncalled } from "./routes/uncalled.ts";
import { NOTHING_CAPTURED } from "./terms/terms.ts";
import { inChain } from "./trail/chain.ts";
import { forgetIdleCalls } from "./trail/idle-calls.ts";

/**
 * `files` are those that may register something; the rest is read when it is reached. Yields between files and between
 * entry points: whoever has no time goes on later, as long as nothing changed.
 */
export function* buildPaths(
  linker: Linker,
  files: readonly string[],
  config: Config,
  schema: Schema,
): Generator<void, Pick<ServiceModel, "entryPoints" | "signIns">> {
  const registrations = createRegistrations();
  linker.contexts.clear();
  linker.decorated.clear();
  forgetSignatures(linker.containing);
  linker.provided = undefined;
  linker.dispatched = undefined;
  for (const file of files) {
    classViews(linker, file); // all at once they would keep others waiting
    yield;
  }
  provide(linker, files);
  linker.isAnswering = false;
  const allowances = { starts: forStart(), names: forNames() };
  for (const file of files) {
    spending(linker, allowances.starts, START_BUDGET, () => gather(linker, registrations, runModule(linker, file)));
    yield;
  }
  gatherMadeElsewhere(linker, registrations, new Set(files));
  for (const frame of linker.named?.frames() ?? []) gatherFrame(linker, registrations, frame);
  yield;
  for (const file of files) {
    noteInner(linker, registrations, file);
    yield;
  }
  for (const told of ["at the start", "from outside", "by type"] as const) {
    for (const file of files) {
      runUncalled(linker, registrations, file, told, allowances);
      yield;
    }
  }
  const starting = <Result>(run: () => Result): Result => spending(linker, allowances.starts, START_BUDGET, run);
  for (const file of files) {
    starting(() => visitFile(linker, registrations, file));
    yield;
  }
  starting(() => visitDocuments(linker, registrations));
  yield;
  assemble(linker, registrations, files);
  yield;
  for (const file of files) {
    runUncalled(linker, registrations, file, "by name", allowances);
    yield;
  }
  starting(() => settleOwnRoutes(linker, registrations));
  starting(() => settleDispatchers(linker, registrations));
  const entryPoints: EntryPoint[] = [];
  linker.isAnswering = true;
  const routed = answered(linker, withoutShadows(routeEntries(registrations)));
  const entries = toldByMethod(standingApart(registrations, withLinksAhead(linker, registrations, routed)));
  const [pages, others] = [entries.filter(isRendered), entries.filter((entry) => !isRendered(entry))];
  for (const [allowance, kind] of [
    [forEntries(), others],
    [forPages(), pages],
  ] as const) {
    for (const [index, entry] of kind.entries()) {
      const build = () => forgetIdleCalls(buildEntry(linker, entry, config, schema));
      const made = () => linker.memo.get(entryKey(linker, entry), build, build);
      const built = spending(linker, allowance, shareOf(allowance, kind.length - index), made);
      if (!isRendered(entry) || doesSomething(built)) entryPoints.push(built);
      yield;
    }
  }
  const signIns = registrations.signIns.map((item) => buildSignIn(linker, item));
  return { entryPoints: withDeliveries(distinct(entryPoints)), signIns };
}

function isRendered({ item }: RoutedEntry): boolean {
  return item.entryKind === "page";
}

/** Most pages are the same for everybody: they reach nothing, whatever their layouts do. */
function doesSomething({ effects }: EntryPoint): boolean {
  return effects.some((effect) => effect.category !== "observability" && !inChain(effect));
}

/**
 * Routers that files make which nobody else would run: `export const routers = [makeUsers("/v2")]` imports no package.
 * What making them registers was left aside when they were asked for.
 */
function gatherMadeElsewhere(linker: Linker, registrations: Registrations, known: ReadonlySet<string>): void {
  for (const [file, starts] of linker.madeAtTop) {
    const facts = known.has(file) ? undefined : factsOf(linker, file);
    if (!facts) continue;
    const values = [...(indexOf(linker, file)?.declarations.values() ?? []), ...facts.exports];
    for (const { value } of values) {
      if (!value || !starts.has(value.at[0])) continue;
      linker.budget = Math.max(linker.budget, BUDGET);
      gather(linker, registrations, { steps: moduleValue(linker, file, value).steps, ends: "falls" });
    }
  }
}

/**
 * A plugin that was run by itself, before the application that takes it in was found, has left routes that are mounted
 * nowhere: the same lines tell the real ones.
 */
function withoutShadows(entries: readonly RoutedEntry[]): readonly RoutedEntry[] {
  const lineOf = ({ item }: RoutedEntry): string => `${item.method} ${item.place.file}:${item.place.at[0]}`;
  const mounted = new Set(entries.filter(({ rooted }) => rooted).map(lineOf));
  return entries.filter((entry) => entry.rooted || !mounted.has(lineOf(entry)));
}

/** Each with the handler that answers as its last. */
function answered(linker: Linker, entries: readonly RoutedEntry[]): readonly RoutedEntry[] {
  return entries.map((entry) => ({
    ...entry,
    handlers: withoutErrorHandlers(linker, entry.handlers, entry.item.shape),
  }));
}

/** Routes that one line registers in a loop (`routes.forEach((route) => app[route.method](route.path, route.run))`) stand where their handlers do. */
function standingApart(registrations: Registrations, entries: readonly RoutedEntry[]): readonly RoutedEntry[] {
  return entries.map((entry) => {
    const { place } = entry.item;
    const calls = registrations.calls.get(`${place.file}:${place.at[0]}`)?.size ?? 0;
    const last = entry.handlers.at(-1);
    return calls > 2 && last ? { ...entry, item: { ...entry.item, place: last.place } } : entry;
  });
}

function contextKey(linker: Linker, { item, handlers }: RoutedEntry): string {
  const context = linker.contexts.get(
    handlers.at(-1)?.framework ?? item.framework.id,
    linker.modules.appOf(item.place.file),
  );
  return context ? `${context.fields.map((field) => field.value.id).join("-")}/${context.maker?.term.id ?? ""}` : "";
}

function entryKey(linker: Linker, routed: RoutedEntry): string {
  const { item } = routed;
  const terms = routed.handlers.map((handler) => `${handler.term.id}:${handler.name}`).join(",");
  return `entry ${item.framework.id} ${item.entryKind} ${item.method} ${routed.path} ${item.place.file}:${item.place.at.join("-")} ${terms} ${item.options?.id ?? ""} ${routed.rooted} ${routed.byMethod ?? ""} ${item.metadata?.id ?? ""} ${shapeKey(item.shape)} ${item.delivery.attempts ?? ""}${contextKey(linker, routed)}`;
}

/** Terms that stand for parameters: branches of one handler differ in them alone. */
function shapeKey(shape: HandlerShape | undefined): string {
  const keys = (parameter: ParameterShape): readonly string[] => {
    if (typeof parameter === "string") return [];
    return "term" in parameter ? [String(parameter.term.id)] : Object.values(parameter.fields).flatMap(keys);
  };
  return (shape?.parameters ?? []).flatMap(keys).join(",");
}

/** Ids are made unique where one route is registered more than once in a file. */
function distinct(entries: readonly EntryPoint[]): readonly EntryPoint[] {
  const counts = new Map<string, number>();
  return entries.map((entry) => {
    const count = (counts.get(entry.id) ?? 0) + 1;
    counts.set(entry.id, count);
    return count === 1 ? entry : Object.assign(entry, { id: `${entry.id} ${count}` });
  });
}

/** Types are exports too, but nobody can call them. */
function valueNames(linker: Linker, file: string, facts: FileFacts): readonly string[] {
  const isType = ({ binding }: FileFacts["exports"][number]): boolean =>
    binding !== undefined && facts.bindings[binding]?.kind === "type";
  const types = new Set(facts.exports.filter(isType).map(({ name }) => name));
  for (const found of facts.exports) if (!isType(found)) types.delete(found.name);
  return [...exportNames(linker, file)].filter((name) => !types.has(name));
}

function visitFile(linker: Linker, registrations: Registrations, file: string): void {
  for (const framework of linker.adapters.frameworks) {
    const place = { file, at: [0, 0] as const };
    const facts = framework.files && factsOf(linker, file);
    if (
      framework.files &&
      facts &&
      (framework.files.matches(file) ||
        isMarked(facts, framework.files.directive) ||
        framework.files.recognises?.(facts) === true)
    ) {
      const exports = new Map(
        valueNames(linker, file, facts).map((name) => {
          const term = exportedValue(linker, file, name);
          const own = handlerPlace(linker, term);
          // A handler that another file makes is a route where it is exported: several files may export it.
          const exported = facts.exports.find((found) => found.name === name);
          const at = own?.file === file ? own : exported ? { file, at: exported.at } : place;
          return [name, { term, name: handlerName(linker, term, name), place: at }] as const;
        }),
      );
      framework.files.visit(
        { path: file, facts, exports, marked: markedFunctions(linker, file, facts, framework.files.directive) },
        createRegistry(linker, registrations, framework, undefined, place),
        createTermView(linker, framework.id, place),
      );
    }
    if (framework.classes) visitClasses(linker, registrations, framework, file);
  }
}

/** The file, or a function in it, begins with the directive. */
function isMarked(facts: FileFacts, directive: string | undefined): boolean {
  if (directive === undefined) return false;
  return facts.directives.includes(directive) || facts.functions.some((found) => found.directives?.includes(directive));
}

function markedFunctions(
  linker: Linker,
  file: string,
  facts: FileFacts,
  directive: string | undefined,
): readonly Handler[] {
  if (directive === undefined) return [];
  return facts.functions.flatMap((found, index) => {
    if (index === 0 || found.directives?.includes(directive) !== true) return [];
    const term = linker.terms.function({ file, index }, NOTHING_CAPTURED);
    return [{ term, name: found.name ?? "inline function", place: { file, at: found.nameAt } }];
  });
}

/** Files that are no code. Which they are is decided once: new files make a new linker. */
function visitDocuments(linker: Linker, registrations: Registrations): void {
  for (const framework of linker.adapters.frameworks) {
    const { documents } = framework;
    if (!documents) continue;
    const find = (): readonly string[] => [...linker.sources.paths()].filter(documents.matches).sort();
    for (const path of linker.memo.get(`documents ${framework.id}`, find, find)) {
      const text = linker.sources.text(path);
      if (text === undefined) continue;
      const place = { file: path, at: [0, 0] as const };
      documents.visit(
        { path, text },
        createRegistry(linker, registrations, framework, undefined, place),
        createTermView(linker, framework.id, place),
      );
    }
  }
}

/** Files that frameworks may register something in, by their text, and those that start a service: what they call is made of what they give. */
export function isEntryFile(linker: { readonly adapters: Linker["adapters"] }, path: string): boolean {
  return STARTS.test(path) || linker.adapters.frameworks.some((framework) => framework.files?.matches(path) === true);
}

/** `src/server.ts` may hold nothing but `await start()`. */
const STARTS = /(?:^|\/)(?:server|main|start|bootstrap|www)\.[cm]?[jt]s$/;
