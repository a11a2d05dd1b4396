/** Whether what is written into a row is the caller's own part in it: a vote, a membership, a review, a claim. */
import { HOLDS_CLIENT_DATA, holds } from "../../link/terms/marks.ts";
import { someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { Term } from "../../model/term.ts";
import { oncePer } from "./once.ts";
import { isCallers } from "./ownership.ts";

/**
 * The caller is what is stored. A note of who changed the row last is none (`updatedBy: user.id`), nor is a caller who is
 * stored beside whatever else the request says.
 */
export function storesCallersPart(effect: Effect): boolean {
  return isCallersPart(effect);
}

const isCallersPart = oncePer((effect: Effect): boolean => {
  const { data, operation, entryPoint: entry } = effect;
  if (data === undefined || !isCallers(entry, data)) return false;
  const isCounting = operation === "increment" || operation === "toggle";
  if (data.kind !== "object" || (operation !== "set" && !isCounting)) return true;
  const parts = data.fields.flatMap(fieldsOf);
  const told = toldElsewhere(effect);
  const own = parts.filter(
    ({ key, value }) =>
      !NOTES_WHO.test(key ?? "") && isCallers(entry, value) && !someTerm(value, (part) => told.has(part)),
  );
  if (own.length === 0 || isCounting) return own.length > 0;
  return !parts.some(({ value }) => !isCallers(entry, value) && holds(value, HOLDS_CLIENT_DATA));
});

/**
 * What a provider answered, asked for what is the caller's: when their subscription ends is not who they are. The customer
 * that is made there for the caller is.
 */
function toldElsewhere({ entryPoint }: Effect): ReadonlySet<Term> {
  return new Set(
    entryPoint.effects.flatMap(({ category, access, result }) =>
      category === "payment" && access === "read" ? [result] : [],
    ),
  );
}

interface Field {
  readonly key?: string | undefined;
  readonly value: Term;
}

/** Operators stand between: `{ $set: { … }, $push: { likes: user.id } }`. */
function fieldsOf(field: Field): readonly Field[] {
  return field.key?.startsWith("$") && field.value.kind === "object" ? field.value.fields.flatMap(fieldsOf) : [field];
}

const NOTES_WHO =
  /(?:updated|modified|changed|edited|revised|deleted|removed|cancell?ed|archived|disabled|suspended|last_?\w*|closed|rejected|approved|confirmed|processed)_?by(?:_?id)?$|^(?:updater|modifier|editor)(?:_?id)?$/i;
