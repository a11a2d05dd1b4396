/** Rows of a table that are looked through, in code, for one like what was sent. */

import type { CheckEvent, EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { singular } from "../../schema/singular.ts";
import { HOLDS_CLIENT_DATA, holds } from "../terms/marks.ts";
import { containingAny, containsTerm, somePart, someTerm } from "../terms/terms.ts";
import { effectsOf } from "../trail/effects-of.ts";

/** Rows of the table are looked through for one like what was sent: `known.some((row) => row.date === body.date)`. */
export function isComparedInList(effect: EffectEvent, path: Path): boolean {
  const asked = effectsOf(path).filter((one) => one.access === "read" && one.order < effect.order);
  const rows = asked.flatMap((one) => (one.target === effect.target ? [one.result] : []));
  if (stopsAtLike(effect, path, [...rows, ...asked.map((one) => one.result)], rows)) return true;
  if (rows.length === 0) return false;
  if (isWithoutKnown(effect, rows)) return true;
  const isOfRow = containingAny(rows);
  const compares = (part: Term): boolean =>
    part.kind === "operation" &&
    part.operator === "===" &&
    part.parts.some(isOfRow) &&
    part.parts.some((one) => holds(one, HOLDS_CLIENT_DATA) && !isOfRow(one));
  const comparesWithin = somePart(compares);
  const seen = new Set<number>();
  for (const { scopes, order } of path.events) {
    if (order >= effect.order) break;
    const callback = scopes.findIndex((scope) => scope.kind === "callback");
    if (callback < 0) continue;
    for (const scope of scopes.slice(callback)) {
      if (scope.kind !== "branch" || seen.has(scope.id)) continue;
      seen.add(scope.id);
      if (comparesWithin(scope.test)) return true;
    }
  }
  return false;
}

/** `for (const tier of event.tiers) if (tier.name === body.name) throw …`, where the rows came alone or with another one. */
function stopsAtLike(effect: EffectEvent, path: Path, read: readonly Term[], rows: readonly Term[]): boolean {
  const stops = repeatedStops(path).filter(({ order }) => order < effect.order);
  if (stops.length === 0) return false;
  const isOfRow = containingAny(rows);
  const isOfRead = containingAny(read);
  const holdsLike = somePart((part) => isCalledLike(part, effect.target) && isOfRead(part));
  const isRow = (term: Term): boolean => isOfRow(term) || holdsLike(term);
  const comparesWithin = somePart(
    (part) =>
      part.kind === "operation" &&
      part.operator === "===" &&
      part.parts.some(isRow) &&
      part.parts.some((one) => holds(one, HOLDS_CLIENT_DATA) && !isRow(one)),
  );
  return stops.some(({ test }) => comparesWithin(test));
}

/** Long paths ask for every effect: checks that stop in a loop are picked once. */
const knownStops = new WeakMap<Path, readonly CheckEvent[]>();

function repeatedStops(path: Path): readonly CheckEvent[] {
  let stops = knownStops.get(path);
  if (!stops) {
    stops = path.events.filter(
      (event): event is CheckEvent =>
        event.kind === "check" &&
        event.stopsWhen &&
        event.scopes.some((scope) => scope.kind === "loop" || scope.kind === "callback"),
    );
    knownStops.set(path, stops);
  }
  return stops;
}

/** `event.ticketTiers` holds rows of `ticketTier`. */
function isCalledLike(term: Term, table: string | undefined): boolean {
  const name = term.kind === "member" ? term.name : term.kind === "external" ? term.path.at(-1) : undefined;
  return name !== undefined && table !== undefined && plain(name) === plain(table);
}

function plain(name: string): string {
  return singular(name.toLowerCase().replaceAll("_", ""));
}

/** What is added was sorted out by a function that knows the rows: `sent.filter((one) => !known.includes(one.email))`. */
function isWithoutKnown(effect: EffectEvent, rows: readonly Term[]): boolean {
  const knowsRows = (part: Term): boolean =>
    part.kind === "function" &&
    [...part.captured.values()].some((value) => rows.some((row) => containsTerm(value, row)));
  const loops = effect.scopes.flatMap((scope) => (scope.kind === "loop" && scope.over ? [scope.over] : []));
  return [...loops, ...(effect.data ? [effect.data] : [])].some((term) => someTerm(term, knowsRows));
}
