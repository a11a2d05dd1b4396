/** Rows that the service keeps in what a check was about (a project, a team), and that are found by another id alone. */
import { alternatives } from "../../link/evaluate/members.ts";
import { isSamePart } from "../../link/terms/same-part.ts";
import { isSent } from "../../link/terms/sent.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { effectsOn } from "./effects-on.ts";
import { oncePer } from "./once.ts";
import { provenAhead } from "./ownership.ts";
import { requestIds } from "./request-ids.ts";

/**
 * The caller belongs to the project that the address names, and `{ id: params.ticketId }` finds tickets of every project.
 * That rows are kept in it, endpoints behind the same check say: they store or find them by it.
 */
export function isBesideScope(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  const proven = provenAhead(entry, effect).filter(isSent);
  if (proven.length === 0) return false;
  if (requestIds(entry, effect).some((id) => proven.some((one) => isSamePart(one, id)))) return false;
  const names = new Set(proven.map(nameOf));
  return isHabit(effect, model, ({ name }) => names.has(name));
}

/**
 * Other endpoints put into this column what a check ahead found to be the caller's: `{ projectId: params.projectId }`, once
 * the project was. `sent`: what is put there here.
 */
export function isScopeElsewhere(effect: Effect, column: string, sent: Term, model: ServiceModel): boolean {
  return isHabit(effect, model, (scope) => scope.column === column.toLowerCase() && scope.name === nameOf(sent));
}

/** Several other endpoints keep rows of the table in such a scope. */
function isHabit(effect: Effect, model: ServiceModel, isMeant: (scope: Scope) => boolean): boolean {
  const keeping = effectsOn(model, effect).flatMap((one) =>
    one.entryPoint !== effect.entryPoint && scopesOf(one).some(isMeant) ? one.entryPoint : [],
  );
  return new Set(keeping).size >= ENOUGH;
}

/** Endpoints that tell a habit. */
const ENOUGH = 2;

interface Scope {
  readonly column: string | undefined;
  /** What the request calls it. Both in lower case. */
  readonly name: string;
}

/** By what the rows are found, or with what they are stored, of that: `projectid`. */
const scopesOf = oncePer((effect: Effect): readonly Scope[] => {
  const proven = provenAhead(effect.entryPoint, effect).filter(isSent);
  if (proven.length === 0) return [];
  return [effect.where, effect.data]
    .flatMap((term) => (term?.kind === "object" ? term.fields : []))
    .flatMap(({ key, value }) => alternatives(value).map((one) => ({ column: key?.toLowerCase(), value: one })))
    .filter(({ value }) => proven.some((one) => isSamePart(one, value)))
    .map(({ column, value }) => ({ column, name: nameOf(value) }));
});

function nameOf(part: Term): string {
  return part.kind === "input" ? (part.path.at(-1) ?? "").toLowerCase() : "";
}
