/**
 * Puts the guard that sibling entry points have on one that lacks it: found as it is used there, imported, and placed
 * behind the guards that are there already and ahead of the handler.
 */
import type { Expression } from "../facts/file-facts.ts";
import type { EntryPoint } from "../model/entry-point.ts";
import type { Edit, Fix } from "../model/finding.ts";
import type { GuardKind } from "../model/guard.ts";
import type { ServiceModel } from "../model/service-model.ts";
import type { Place } from "../model/term.ts";
import { insertArgument } from "./call-arguments.ts";
import { createdGuard } from "./create-guard.ts";
import { importFrom } from "./names-in-reach.ts";
import { registrationOf } from "./registration.ts";
import { indentAt, lineStart, type SourceText, sourceText } from "./source-text.ts";
import { composeEdits, insertion, tidyEdits } from "./text-edits.ts";
import { deep, expressionsIn, sameSpan } from "./visit-facts.ts";

export interface RouteToGuard {
  readonly entryPoint: EntryPoint;
  readonly model: ServiceModel;
  readonly kind: Extract<GuardKind, "authentication" | "role">;
}

/** The guards of siblings, nearest first, at most three; a new guard where there is none to take. */
export function addGuard({ entryPoint, model, kind }: RouteToGuard): readonly Fix[] {
  if (entryPoint.guards.some((guard) => guard.kind === kind)) return [];
  const fixes: Fix[] = [];
  for (const chain of siblingChains(entryPoint, model, kind)) {
    const edits = insertGuards(entryPoint, model, chain.elements);
    if (!edits) continue;
    const text = chain.elements.map((element) => element.text).join(", ");
    const title = `Check with ${text}, as ${chain.sibling.label} does`;
    if (fixes.some((fix) => fix.title.startsWith(`Check with ${text},`))) continue;
    fixes.push({ title, kind: "suggestion", edits: () => edits });
    if (fixes.length === 3) break;
  }
  if (fixes.length > 0) return fixes;
  const created = createdGuard({ entryPoint, model, kind });
  return created ? [created] : [];
}

interface ChainElement {
  readonly text: string;
  readonly place: Place;
}

interface SiblingChain {
  readonly sibling: EntryPoint;
  readonly elements: readonly ChainElement[];
}

/** What siblings have in their chain of the wanted kind, with the authentication it stands on where that is missing here. */
function siblingChains(entryPoint: EntryPoint, model: ServiceModel, kind: GuardKind): readonly SiblingChain[] {
  const has = new Set(entryPoint.guards.map((guard) => guard.kind));
  const found: (SiblingChain & { readonly distance: number })[] = [];
  for (const sibling of model.entryPoints) {
    if (sibling === entryPoint || sibling.app !== entryPoint.app || sibling.framework !== entryPoint.framework)
      continue;
    if (!sibling.guards.some((guard) => guard.kind === kind)) continue;
    const wanted = new Set<GuardKind>([kind]);
    if (kind === "role" && !has.has("authentication")) wanted.add("authentication");
    const elements: ChainElement[] = [];
    for (const link of sibling.chain) {
      const guard = sibling.guards.find((one) => wanted.has(one.kind) && standsFor(one, link));
      const text = model.text(link.place.file)?.slice(...link.place.at);
      if (guard && text !== undefined && text.length < 120 && !text.includes("\n"))
        elements.push({ text, place: link.place });
    }
    const kinds = new Set(
      sibling.guards.filter((one) => sibling.chain.some((link) => standsFor(one, link))).map((one) => one.kind),
    );
    if (elements.length === 0 || !kinds.has(kind)) continue;
    found.push({ sibling, elements, distance: distance(entryPoint, sibling) });
  }
  return found.sort((a, b) => a.distance - b.distance);
}

function standsFor(
  guard: { readonly name: string; readonly place: Place },
  link: { readonly name: string; readonly place: Place },
): boolean {
  const bare = (name: string) => name.replace(/\(.*$/s, "");
  return (
    bare(guard.name) === bare(link.name) ||
    (guard.place.file === link.place.file && sameSpan(guard.place.at, link.place.at))
  );
}

/** Siblings are near by their path and their file. */
function distance(a: EntryPoint, b: EntryPoint): number {
  const left = a.path.split("/");
  const right = b.path.split("/");
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return (
    (a.place.file === b.place.file ? 0 : 4) +
    Math.max(left.length, right.length) -
    shared +
    (a.method === b.method ? 0 : 0.5)
  );
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
    const moved = movedInto(model, element, target);
    if (!moved) return undefined;
    texts.push(moved.text);
    groups.push(moved.edits);
  }
  const decorated = texts.every((text) => text.startsWith("@"));
  if (decorated) {
    const at = lineStart(target.text, entryPoint.place.at[0]);
    const indent = indentAt(target.text, entryPoint.place.at[0]);
    groups.push([insertion(target.file, at, texts.map((text) => `${indent}${text}\n`).join(""))]);
  } else {
    if (!route) return undefined;
    groups.push([insertArgument(route.source, route.call, route.handler, texts.join(", "))]);
  }
  const edits = composeEdits(...groups);
  return edits && tidyEdits(edits);
}

/** The expression with its names as they are called in the other file; undefined where one cannot be had there. */
function movedInto(
  model: ServiceModel,
  { text, place }: ChainElement,
  into: SourceText,
): { readonly text: string; readonly edits: readonly Edit[] } | undefined {
  const facts = model.facts(place.file);
  const expression = facts && [...expressionsIn(facts)].find((one) => sameSpan(one.at, place.at));
  if (!facts || !expression || !movable(expression)) return undefined;
  const edits: Edit[] = [];
  const names: { readonly at: readonly [number, number]; readonly local: string }[] = [];
  for (const part of deep([expression])) {
    if (part.kind !== "name" || part.binding < 0) continue;
    if (facts.bindings[part.binding]?.owner !== 0) return undefined;
    const imported = importFrom(model, place.file, part.name, into);
    if (!imported) return undefined;
    edits.push(...imported.edits);
    names.push({ at: part.at, local: imported.local });
  }
  let moved = text;
  for (const { at, local } of names.sort((a, b) => b.at[0] - a.at[0])) {
    moved = moved.slice(0, at[0] - place.at[0]) + local + moved.slice(at[1] - place.at[0]);
  }
  return { text: moved, edits };
}

/** No functions written in place: those may use what is around them. */
function movable(expression: Expression): boolean {
  for (const part of deep([expression]))
    if (part.kind === "function" || part.kind === "this" || part.kind === "unknown") return false;
  return true;
}
