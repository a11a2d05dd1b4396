/** Writes whose result tells whether they were the first: what an insert that may conflict, an update of rows in one state, a delete gave. */
import type { CheckEvent, EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { truth } from "../terms/truth.ts";
import { wantedIn } from "../terms/wanted.ts";
import { leavesOwnState } from "./state-guards.ts";

/** A write that tells whether it was the first: an insert that may conflict, an update of rows in one state, a delete. */
export function claims(effect: EffectEvent): boolean {
  // Something may be counted besides: `{ status: "canceled", sequence: { increment: 1 } }`.
  if (effect.operation === "set" || effect.operation === "increment")
    return leavesOwnState(effect) || asksForStateItSets(effect);
  if (effect.operation === "delete") return true;
  if (effect.givesAnyway) return false;
  // What is updated where it is there gives a row each time: `prisma.cart.upsert(…)`.
  if (ALWAYS_GIVES.test(effect.call.text) && !effect.call.arguments.some(ignoresKnown)) return false;
  // Without a conflict clause an insert gives a row or throws: its result tells nothing.
  return (
    (effect.operation === "insert" || effect.operation === "upsert") &&
    (effect.conflict !== undefined || effect.category === "cache")
  );
}

const ALWAYS_GIVES = /(?:^|\.)upsert$/;

/** Supabase's `{ ignoreDuplicates: true }`: what is there already is not given back. */
function ignoresKnown(options: Term): boolean {
  return options.kind === "object" && options.fields.some(({ key }) => key === "ignoreDuplicates");
}

/** `UPDATE … SET status = $1 WHERE status = 'open'`. What stays as it is (`WHERE kind = 'fee'`) finds the row again. */
function asksForStateItSets({ where, data }: EffectEvent): boolean {
  if (where?.kind !== "object") return false;
  const asked = where.fields.filter((field) => isState(field.value));
  if (data?.kind !== "object" || [...where.fields, ...data.fields].some(({ key }) => key === undefined))
    return asked.length > 0;
  const limited = where.fields.filter((field) => isLimit(field.value));
  return [...asked, ...limited].some(({ key }) => data.fields.some((field) => field.key === key));
}

/** A claim that has run out is taken over and runs anew: `{ claimedAt: { $lt: … } }`, and `claimedAt` is set. */
function isLimit(value: Term): boolean {
  return value.kind === "object" && value.fields.length > 0 && value.fields.every(({ key }) => LIMIT.test(key ?? ""));
}

const LIMIT = /^\$?(?:lte?|gte?)$/;

export function isState(value: Term): boolean {
  return (
    value.kind === "undefined" ||
    value.kind === "literal" ||
    (value.kind === "object" && value.fields.every((field) => isState(field.value)))
  );
}

/**
 * The path goes on only with something of what the claim gave back (`if (!claimed?.chargeId) throw …`), by whichever
 * client it was made: `(transaction ?? pool).query(…)`.
 */
export function goesOnWith(check: CheckEvent, claim: EffectEvent, effects: readonly EffectEvent[]): boolean {
  const given = wantedIn(check.test, !check.stopsWhen).flatMap(({ term, holds }) => (holds ? wholesOf(term) : []));
  return given.some(
    (wholes) =>
      wholes.some((term) => term === claim.result) &&
      wholes.every((term) => effects.some((one) => one.result === term && claims(one))),
  );
}

/** What the term is a part of, for each of the values that it may be: `claimed.rows[0] ?? null`. */
function wholesOf(term: Term): readonly (readonly Term[])[] {
  if (term.kind === "choice") return [term.options.flatMap((option) => wholesOf(option).flat())];
  if (term.kind === "member" || term.kind === "element") return wholesOf(term.of);
  if (term.kind === "operation" && (term.operator === "??" || term.operator === "||")) {
    const [first, ...rest] = term.parts;
    return first !== undefined && rest.every((part) => truth(part) === false) ? wholesOf(first) : [];
  }
  if (term.kind !== "external" || term.arguments || !term.base) return [[term]];
  return wholesOf(term.base);
}
