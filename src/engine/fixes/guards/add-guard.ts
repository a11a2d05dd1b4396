/**
 * Puts the guard that sibling entry points have on one that lacks it: found as it is used there, imported, and placed
 * behind the guards that are there already and ahead of the handler.
 */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Edit, Fix } from "../../model/finding.ts";
import type { GuardKind } from "../../model/guard.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Place } from "../../model/term.ts";
import { insertArgument } from "../code/call-arguments.ts";
import { addDecorators, guardDecorators } from "../code/method-decorators.ts";
import { movedInto } from "../code/move-expression.ts";
import { registrationOf } from "../code/registration.ts";
import { insertRouteHooks, type RouteHooks } from "../code/route-hooks.ts";
import { sourceText } from "../code/source-text.ts";
import { composeEdits, tidyEdits } from "../code/text-edits.ts";
import { expressionsIn, holds, sameSpan } from "../code/visit-facts.ts";
import { createdGuard } from "./create-guard.ts";
import { copyGuardStatements } from "./guard-statements.ts";
import { procedureBase } from "./procedure-base.ts";

export interface RouteToGuard {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
  readonly kind: Extract<GuardKind, "authentication" | "role">;
}

/** The guards of siblings, nearest first, at most three; a new guard where there is none to take. */
export function addGuard({ entryPoint, model, kind }: RouteToGuard): readonly Fix[] {
  if (asksFor(entryPoint, kind)) return [];
  if (entryPoint.framework === "trpc")
    return procedureBase({
      entryPoint,
      siblings: siblingsOf(entryPoint, model, kind).slice(0, MOST_SIBLINGS),
      kind,
      model,
    });
  const fixes: Fix[] = [];
  for (const { elements, sibling } of siblingChains(entryPoint, model, kind)) {
    if (!insertGuards(entryPoint, model, elements)) continue;
    const text = elements.map(({ text, decorator }) => (decorator === "own" ? `@${text}` : text)).join(", ");
    fixes.push({
      title: `Check with ${text}, as ${sibling.label} does`,
      kind: "suggestion",
      edits: () => insertGuards(entryPoint, model, elements) ?? [],
    });
  }
  if (fixes.length > 0) return fixes;
  const copied = copiedChecks(entryPoint, model, kind);
  if (copied.length > 0) return copied;
  const created = createdGuard({ entryPoint, model, kind });
  return created ? [created] : [];
}

/** The statements that handlers of siblings begin with, at most two ways. */
function copiedChecks(entryPoint: EntryPoint, model: ServiceModel, kind: GuardKind): readonly Fix[] {
  const kinds = wantedKinds(entryPoint, kind);
  const fixes: Fix[] = [];
  const texts = new Set<string>();
  for (const sibling of siblingsOf(entryPoint, model, kind).slice(0, MOST_SIBLINGS)) {
    const copy = { model, entryPoint, sibling, kinds };
    const edits = copyGuardStatements(copy);
    const text = edits?.map((edit) => edit.text).join("\n");
    if (text === undefined || texts.has(text)) continue;
    texts.add(text);
    const title = `Check ${kinds.has("authentication") ? "who is calling" : "the role"}, as ${sibling.label} does`;
    fixes.push({ title, kind: "suggestion", edits: () => copyGuardStatements(copy) ?? [] });
    if (fixes.length === 2) break;
  }
  return fixes;
}

/** Further ones are seldom written in another way. */
const MOST_SIBLINGS = 24;

export interface ChainElement {
  readonly text: string;
  readonly place: Place;
  /** How it stands above a method: among the guards of `@UseGuards(…)`, or as a decorator of its own. */
  readonly decorator?: "guard" | "own";
  /** The option of the route it stands in, where that is how the framework has it: `preHandler`. */
  readonly hook?: HookName;
}

type HookName = keyof RouteHooks;

interface SiblingChain {
  readonly sibling: EntryPoint;
  readonly elements: readonly ChainElement[];
}

/**
 * What siblings have in their chain, nearest sibling first: the guard of the wanted kind, with the authentication that a
 * role stands on where that is missing here. Who is let in as nobody in particular is also asked for the role that
 * siblings ask for, or the next finding would be that.
 */
function siblingChains(entryPoint: EntryPoint, model: ServiceModel, kind: GuardKind): readonly SiblingChain[] {
  const wanted = wantedKinds(entryPoint, kind);
  const siblings = siblingsOf(entryPoint, model, kind);
  const found: SiblingChain[] = [];
  const seen = new Set<string>();
  for (const sibling of siblings) {
    const links = sibling.chain.filter((link) =>
      sibling.guards.some((guard) => wanted.has(guard.kind) && standsFor(model, guard, link)),
    );
    const ofKind = sibling.guards.filter((guard) => guard.kind === kind);
    const names = links.map((link) => link.name).join(", ");
    if (seen.has(names) || !links.some((link) => ofKind.some((guard) => standsFor(model, guard, link)))) continue;
    seen.add(names);
    const elements =
      entryPoint.framework === "nestjs"
        ? guardDecorators(model, sibling, links, wanted.has("role"))
        : links.map((link) => usedAs(model, sibling, link.name));
    if (elements.length > 0 && elements.every((element) => element !== undefined)) found.push({ sibling, elements });
    if (found.length === 3) break;
  }
  return found;
}

function wantedKinds(entryPoint: EntryPoint, kind: GuardKind): ReadonlySet<GuardKind> {
  const authenticated = entryPoint.guards.some((guard) => guard.kind === "authentication");
  return new Set<GuardKind>(authenticated ? [kind] : ["authentication", "role"]);
}

/** It asks, and not only those who took one branch. */
function asksFor(entryPoint: EntryPoint, kind: GuardKind): boolean {
  return entryPoint.guards.some((guard) => guard.kind === kind && !guard.taken);
}

/** Entry points of the application with a guard of the kind, nearest first. */
function siblingsOf(entryPoint: EntryPoint, model: ServiceModel, kind: GuardKind): readonly EntryPoint[] {
  const administrative = /(?:^|\/)(?:admin|internal|backoffice|back-office|staff)(?:\/|$)/i.test(entryPoint.path);
  const rank = (one: EntryPoint) => distance(entryPoint, one) + (administrative && !asksFor(one, "role") ? 100 : 0);
  return model.entryPoints
    .filter((one) => one !== entryPoint && one.app === entryPoint.app && one.framework === entryPoint.framework)
    .filter((one) => one.kind === entryPoint.kind && asksFor(one, kind))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

interface Link {
  readonly name: string;
  readonly place: Place;
}

/** The guard is this link of the chain: by its name, by its place, or because it stands in the link's function. */
function standsFor(model: ServiceModel, guard: Link, link: Link): boolean {
  if (bareName(guard.name) === bareName(link.name)) return true;
  if (guard.place.file !== link.place.file) return false;
  if (holds(link.place.at, guard.place.at)) return true;
  const functions = model.facts(link.place.file)?.functions ?? [];
  return functions.some((one) => sameSpan(one.nameAt, link.place.at) && holds(one.bodyAt, guard.place.at));
}

function bareName(name: string): string {
  const open = name.indexOf("(");
  return open < 0 ? name : name.slice(0, open);
}

/** Where the sibling's code writes the link as an argument: `requireRole("admin")` in its own file, or where its router is mounted. */
function usedAs(model: ServiceModel, sibling: EntryPoint, name: string): ChainElement | undefined {
  const bare = bareName(name);
  const route = registrationOf(model, sibling);
  const own = route && elementIn(route.source.text, route.source.file, [route.call], name);
  if (own) return own;
  const files = new Set([sibling.place.file, sibling.handler.place.file]);
  for (const other of model.entryPoints) if (other.app === sibling.app) files.add(other.place.file);
  for (const file of files) {
    const text = model.text(file);
    const facts = text?.includes(bare) ? model.facts(file) : undefined;
    if (text === undefined || !facts) continue;
    const found = elementIn(text, file, expressionsIn(facts), name);
    if (found) return found;
  }
  return undefined;
}

function elementIn(text: string, file: string, calls: Iterable<Expression>, name: string): ChainElement | undefined {
  for (const call of calls) {
    if (call.kind !== "call") continue;
    for (const { argument, hook } of givenTo(call)) {
      const written = text.slice(...argument.at);
      if (argument.kind === "call" ? !sameCall(written, name) : written !== name) continue;
      if (written.length < 120 && !written.includes("\n"))
        return { text: written, place: { file, at: argument.at }, ...(hook ? { hook } : {}) };
    }
  }
  return undefined;
}

const HOOKS: readonly string[] = ["onRequest", "preHandler"] satisfies readonly HookName[];

/** The arguments of a call, items of arrays, and hooks among a route's options. */
function* givenTo(call: CallExpression): Generator<{ readonly argument: Expression; readonly hook?: HookName }> {
  for (const one of call.arguments) {
    if (one.kind === "array") for (const argument of one.items) yield { argument };
    else if (one.kind === "object") {
      for (const { key, value } of one.fields) {
        if (key === undefined || !HOOKS.includes(key)) continue;
        for (const argument of value.kind === "array" ? value.items : [value])
          yield { argument, hook: key as HookName };
      }
    } else yield { argument: one };
  }
}

/** Names of links shorten long arguments to `…` and have one kind of quotes. */
function sameCall(written: string, name: string): boolean {
  const folded = (text: string) => text.replace(/\s+/g, "").replace(/['`]/g, '"');
  if (bareName(written) !== bareName(name)) return false;
  return name.includes("…") || folded(written) === folded(name);
}

/** Siblings are near by their path and their file. */
function distance(a: EntryPoint, b: EntryPoint): number {
  const left = segmentsOf(a);
  const right = segmentsOf(b);
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return (
    (a.place.file === b.place.file ? 0 : 4) +
    Math.max(left.length, right.length) -
    shared +
    (a.method === b.method ? 0 : 0.5)
  );
}

/** Each route is compared with every other one. */
const segments = new WeakMap<EntryPoint, readonly string[]>();

function segmentsOf(entryPoint: EntryPoint): readonly string[] {
  const known = segments.get(entryPoint);
  if (known) return known;
  const made = entryPoint.path.split("/");
  segments.set(entryPoint, made);
  return made;
}

function insertGuards(
  entryPoint: EntryPoint,
  model: ServiceModel,
  elements: readonly ChainElement[],
): readonly Edit[] | undefined {
  const route = registrationOf(model, entryPoint);
  const target = route?.source ?? sourceText(model, entryPoint.place.file);
  if (!target) return undefined;
  const groups: (readonly Edit[])[] = [];
  const texts: string[] = [];
  for (const element of elements) {
    const moved = movedInto(model, element.place, target);
    if (!moved) return undefined;
    texts.push(moved.text);
    groups.push(moved.edits);
  }
  if (elements.some((element) => element.decorator)) {
    const decorated = addDecorators(
      target,
      entryPoint,
      elements.map(({ decorator }, index) => ({ decorator, text: texts[index]! })),
    );
    if (!decorated) return undefined;
    groups.push(decorated);
  } else {
    if (!route) return undefined;
    const hook =
      elements.find((element) => element.hook)?.hook ?? (entryPoint.framework === "fastify" ? "preHandler" : undefined);
    const inserted = hook
      ? insertRouteHooks(route, { [hook]: texts })
      : [insertArgument(route.source, route.call, route.handler, texts.join(", "))];
    if (!inserted) return undefined;
    groups.push(inserted);
  }
  const edits = composeEdits(...groups);
  return edits && tidyEdits(edits);
}
