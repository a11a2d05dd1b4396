/** What callers leave for others to read, without saying who they are: messages, orders of guests. */
import { HOLDS_CLIENT_DATA, HOLDS_CREDENTIAL, holds } from "../../link/terms/marks.ts";
import { containsTerm, someTerm } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { hasPassword } from "../../schema/password-column.ts";
import { effectsOn } from "./effects-on.ts";
import { CHECKS, guardedBy, isCalledByUsers } from "./guarded.ts";
import { isLeftByGuest } from "./guest-flows.ts";
import { isCallers, ownerScoped } from "./ownership.ts";
import { resultsOf } from "./results.ts";
import { ownerColumn, tableOf } from "./tables.ts";

/**
 * Something is left for others to read: rows are added and no endpoint adds them for somebody who is signed in, nor shows
 * them to everybody. Or the caller is noted where there is one: visitors are meant to come too.
 */
export function isInbox(effect: Effect, model: ServiceModel): boolean {
  const { entryPoint: entry, operation, data, category } = effect;
  if (operation !== "insert" || category !== "database") return false;
  if (data !== undefined && notesCaller(entry, data)) return true;
  if (data !== undefined && namesOwner(effect, data, model)) return false;
  if (isLeftByGuest(effect, model)) return true;
  // A message that the service writes by itself was left by nobody.
  if (data !== undefined && !someTerm(data, isSentPart, resultsOf(entry))) return false;
  const others = effectsOn(model, effect).filter((one) => one.entryPoint !== entry && isCalledByUsers(one.entryPoint));
  const asks = (one: Effect): boolean => guardedBy(one.entryPoint, one, CHECKS) === "yes";
  return (
    others.some((one) => one.access === "read" && guardedBy(one.entryPoint, one, STAFF) === "yes") &&
    others.every((one) => {
      if (one.access !== "read" && one.operation !== "insert") return true;
      return asks(one) === (one.access === "read") && !ownerScoped(one.entryPoint, one);
    })
  );
}

function isSentPart(part: Term): boolean {
  return part.kind === "input" && holds(part, HOLDS_CLIENT_DATA);
}

/** The request says whose the row is: what is left there is put under somebody's name. */
function namesOwner(effect: Effect, data: Term, model: ServiceModel): boolean {
  const column = ownerColumn(effect, model)?.toLowerCase();
  if (column === undefined || data.kind !== "object") return false;
  // A customer without an account, who is found by their phone number, is whoever sends it.
  const customers = new Set(
    effect.entryPoint.effects.filter((one) => isKnownByAddress(one, model)).map(({ result }) => result),
  );
  return data.fields.some(
    ({ key, value }) =>
      key?.toLowerCase() === column &&
      someTerm(value, (part) => part.kind === "input" && holds(part, HOLDS_CLIENT_DATA), customers),
  );
}

/** A row about somebody who does not sign in, made or found by how to reach them. */
function isKnownByAddress(effect: Effect, model: ServiceModel): boolean {
  const { category, where, data } = effect;
  const given = category === "database" ? (where ?? data) : undefined;
  const table = tableOf(effect, model);
  return (
    given?.kind === "object" &&
    table !== undefined &&
    !hasPassword(table) &&
    given.fields.some(({ key }) => /e_?mail|phone|mobile/i.test(key ?? ""))
  );
}

/** The caller, or whom a cookie or a token told, is stored where there is one. */
function notesCaller(entry: EntryPoint, data: Term): boolean {
  if (isCallers(entry, data)) return true;
  return (
    data.kind === "object" &&
    data.fields.some(({ value }) => value.kind !== "input" && value.kind !== "text" && holds(value, HOLDS_CREDENTIAL))
  );
}

const STAFF = ["authentication", "role"] as const;

/** The lines of what was left, and what is noted in it later: the id of its payment. */
export function isPartOf({ where, data }: Effect, left: readonly Term[]): boolean {
  return left.some((row) => [where, data].some((given) => given !== undefined && containsTerm(given, row)));
}
