/** Limits to the caller's own rows that whatever the request says takes the place of: `{ userId: user.id, ...req.query }`. */
import { alternatives } from "../../link/evaluate/members.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { isPrivate } from "./private-tables.ts";
import { isWhole } from "./raw-input.ts";

export interface OverwrittenScope {
  readonly effect: Effect;
  /** The column by which the rows were the caller's own. */
  readonly column: string;
}

/**
 * The same key stands twice, and the later one counts: of an object that is spread behind it (ECMA-262, CopyDataProperties),
 * and of conditions that a query of Mongoose is given later.
 */
export function overwrittenScope(entry: EntryPoint, model: ServiceModel): OverwrittenScope | undefined {
  for (const effect of entry.effects) {
    if (effect.category !== "database" || effect.within || !ownerScoped(entry, effect)) continue;
    const column = ownColumn(entry, effect);
    if (column === undefined || isChecked(entry, column)) continue;
    if (!isSpreadBehind(effect, column, model) && !isAskedAgain(entry, effect, column, model)) continue;
    if (isPrivate(effect, model)) return { effect, column };
  }
  return undefined;
}

/** The one column that limits the rows to the caller's. */
function ownColumn(entry: EntryPoint, { where }: Effect): string | undefined {
  if (where?.kind !== "object") return undefined;
  const [only, ...others] = where.fields.filter(({ key, value }) => key !== undefined && isCallers(entry, value));
  return others.length === 0 ? only?.key : undefined;
}

/** `{ userId: user.id, ...req.query }`, as it is written: of a copy, something may have been taken away. */
function isSpreadBehind({ where, call }: Effect, column: string, model: ServiceModel): boolean {
  if (where?.kind !== "object") return false;
  const at = where.fields.findLastIndex(({ key }) => key === column);
  const isBehind = where.fields.slice(at + 1).some(({ key, value }) => key === undefined && isWhole(value));
  const { file, at: range } = call.place;
  return isBehind && SPREAD.test(model.text(file)?.slice(...range) ?? "");
}

const SPREAD = /\.\.\.\s*\w+\.(?:query|body)\b(?!\s*[.[])/;

/**
 * `query.find(sent)` of a query that was made before, in a file that lists what others ask for: nothing of this column stands
 * there, so that nothing takes it away.
 */
function isAskedAgain(entry: EntryPoint, effect: Effect, column: string, model: ServiceModel): boolean {
  return entry.effects.some(
    (one) =>
      one.within === true &&
      one.access === "read" &&
      one.target === effect.target &&
      one.where !== undefined &&
      alternatives(one.where).some((way) => isWhole(way) && !setsColumn(way, column)) &&
      containsTerm(one.call.callee, effect.result) &&
      one.call.place.file !== effect.call.place.file &&
      model.text(one.call.place.file)?.includes(column) === false,
  );
}

function setsColumn(way: Term, column: string): boolean {
  return way.kind === "object" && way.fields.some(({ key }) => key === column);
}

/** A schema read what was sent, and is not known to let the column through; or code asks what was sent for its keys, or for this one. */
function isChecked(entry: EntryPoint, column: string): boolean {
  const isAsked = (part: Term): boolean =>
    part.kind === "input" &&
    (part.source === "query" || part.source === "body") &&
    (part.path.length === 0 || part.path[0] === column);
  return entry.trail.events.some(
    (event) =>
      (event.kind === "guard" && event.guard === "validation" && !event.fields?.has(column)) ||
      (event.kind === "check" && someTerm(event.test, isAsked)),
  );
}
