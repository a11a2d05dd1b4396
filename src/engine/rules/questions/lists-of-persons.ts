/** Lists of rows that are for one person each. */
import { alternatives } from "../../link/evaluate/members.ts";
import type { Effect } from "../../model/effect.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { isCertainlyAnswered } from "./answered.ts";
import { callerColumns } from "./belongs.ts";
import { keepsPassword } from "./columns.ts";
import { signsUp } from "./people.ts";
import { areOfPersons } from "./personal-rows.ts";
import { isShownToStrangers } from "./private-tables.ts";
import { isListOfAll } from "./role-witness.ts";
import { shownColumns, showsNoPerson } from "./shown-columns.ts";

/**
 * Everybody's payments, bookings or messages are listed: for that a login is not enough.
 *
 * Each row names the person whom it is for, who is one of those that sign in: nobody is meant to see all but staff. A team
 * whose members all work on the same rows keeps no column for a caller in them.
 */
export function isListOfPersons(effect: Effect, model: ServiceModel): boolean {
  return (
    isShownWhole(effect) &&
    areOfPersons(effect, callerColumns(effect, model), model) &&
    !showsNoPerson(effect.entryPoint, effect) &&
    !isShownToStrangers(effect, model)
  );
}

/** Anybody may sign up, and is shown how to reach everybody else who did. */
export function isListOfAccounts(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry } = effect;
  if (!keepsPassword(effect, model) || !signsUp(entry.app, model) || !isShownWhole(effect)) return false;
  const shown = shownColumns(entry, effect);
  return (shown.length === 0 || shown.some((name) => REACHES.test(name))) && !isShownToStrangers(effect, model);
}

const REACHES = /^(?:e_?mail|phone|mobile)/i;

/** All rows of the table are answered with. */
export function isShownWhole(effect: Effect): boolean {
  return (
    isListOfAll(effect) &&
    (effect.where === undefined ? hasNoCondition(effect) : isUnlimited(effect.where)) &&
    isCertainlyAnswered(effect.entryPoint, effect)
  );
}

/** The call is known to take none, or its statement stands there as a whole: what is put together may hold one. */
function hasNoCondition({ call, entryPoint: entry }: Effect): boolean {
  // The address names something that the condition, which is not seen, may be about.
  if (/[:{[]/.test(entry.path)) return false;
  const [statement] = call.arguments;
  if (/(?:^|\.)(?:find|findMany|findAll|select|all|list)\w*$/.test(call.text)) return statement?.kind !== "text";
  return statement?.kind === "literal" && /^\s*select\b/i.test(String(statement.value));
}

/** No condition, or fixed ones, or those that whoever asks may leave out. What cannot be read may well be the caller. */
function isUnlimited(where: Term): boolean {
  if (where.kind === "undefined") return true;
  const ways = alternatives(where);
  if (ways.length > 1) return ways.some(isUnlimited);
  return where.kind === "object" && where.fields.every(({ value }) => value.kind === "literal" || isUnlimited(value));
}
