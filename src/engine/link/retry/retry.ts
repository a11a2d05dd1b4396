/** What a second run of the same request would do to an effect. */

import type { Effect, Operation, RetrySafety } from "../../model/effect.ts";
import type { Guard } from "../../model/guard.ts";
import type { EffectEvent, Path, PathEvent, Scope } from "../../model/path.ts";
import type { Schema } from "../../model/service-model.ts";
import type { Term } from "../../model/term.ts";
import { tableNamed } from "../../schema/table-named.ts";
import { isUnstable } from "../terms/fresh.ts";
import { HOLDS_CLIENT_DATA, holds } from "../terms/marks.ts";
import { presenceWhere } from "../terms/presence.ts";
import { containsTerm, someTerm } from "../terms/terms.ts";
import { inChain } from "../trail/chain.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { stoppedOnBothWays } from "./both-ways.ts";
import { claims } from "./claims.ts";
import { isComparedInList } from "./compared-in-list.ts";
import { computedColumn, takesByPlace } from "./computed.ts";
import { isWhole } from "./duplicates.ts";
import { mayLeaveState } from "./may-leave-state.ts";
import { maybeClaimed } from "./maybe-claimed.ts";
import { isWrittenOtherwise } from "./other-ways.ts";
import { mayReplaceRows, replacesRows } from "./replaced-rows.ts";
import { filledKey, isIdOf, keyOfUpsert, mayFillKey, uniqueKeyOf } from "./row-keys.ts";
import { leavesOwnState } from "./state-guards.ts";
import { isMarkedLate, workedOff } from "./worked-off.ts";

export interface Retry {
  readonly retry: RetrySafety;
  readonly because: string | undefined;
  /** Only a look-up ahead of it stops a repeat: two at once both find nothing. */
  readonly racy?: true;
}

const REPEATABLE = new Set(["read", "set", "delete", "upsert"]);

/** Why a step of a workflow is safe that a second run of its own would do again. */
export const REMEMBERED = "the workflow engine remembers the step";

/** `made` are the rows that this very run has added before, and would add again. */
export function judgeRetry(
  effect: EffectEvent,
  path: Path,
  guards: readonly Guard[],
  schema: Schema,
  made: ReadonlySet<Term>,
): Retry {
  const judged = judge(effect, path, guards, schema, made);
  if (judged.retry === "safe" || !effect.scopes.some((scope) => scope.kind === "memoised")) return judged;
  return safe(REMEMBERED);
}

function judge(
  effect: EffectEvent,
  path: Path,
  guards: readonly Guard[],
  schema: Schema,
  made: ReadonlySet<Term>,
): Retry {
  if (effect.access === "read" || effect.operation === "read") return safe("it only reads");
  if (effect.operation === "delete") return safe("it deletes what is already gone");
  const computed = computedColumn(effect, path);
  const counts = computed !== undefined;
  const byPlace = takesByPlace(effect);
  if (effect.operation === "set" && !counts && !byPlace) return safe("it sets the same values again");
  if (effect.operation === "upsert" && !counts) {
    const upsert = judgeUpsert(effect, path, schema, made);
    if (upsert.retry !== "unsafe") return upsert;
    // It always adds a row: what stops an insert stops this one.
    const judged = judge({ ...effect, operation: "insert", conflict: undefined }, path, guards, schema, made);
    return judged.retry === "unsafe" ? upsert : judged;
  }
  if (effect.follows) return safe("it follows what the same statement does only once");
  if (leavesOwnState(effect)) return safe("it changes rows that are in another state afterwards");
  const key = judgeKey(effect, made);
  if (key) return key;
  const unique = uniqueKeyOf(effect, path, schema, made);
  if (unique) return safe(`unique key ${unique}`);
  if (replacesRows(effect, path)) return safe("it takes the place of rows that are deleted first");
  if (mayFillKey(effect, path, schema, made)) return { retry: "unknown", because: undefined };
  // Which way a toggle turns is asked as well; that stops nothing.
  const dedupe = guards.find(
    (guard) =>
      guard.kind === "dedupe" &&
      dominates(guard, effect) &&
      (effect.category !== "payment" || isTakenFirst(guard, effect, path)) &&
      !isWrittenOtherwise(guard, effect, path) &&
      !((effect.operation === "toggle" || computed?.turns) && guard.detail.includes(effect.target ?? "")),
  );
  if (dedupe) {
    const stopped = safe(`${dedupe.name} stops a repeat`);
    return isRacy(effect, dedupe, path, schema) ? { ...stopped, racy: true } : stopped;
  }
  const claimed = claimedBefore(effect, path, schema, made);
  if (claimed) return safe(claimed);
  const onWays = effect.operation === "insert" ? undefined : stoppedOnBothWays(effect, path, guards);
  if (onWays) return safe(`${onWays.name} stops a repeat`);
  if (maybeLookedUp(effect, path) || maybeClaimed(effect, path) || isMaybeLeft(effect, path))
    return { retry: "unknown", because: undefined };
  const rows = effect.category === "payment" ? undefined : workedOff(effect, path);
  if (rows !== undefined) return safe(`it is done for rows of ${rows} that are in another state afterwards`);
  if (effect.operation === "call") {
    const late = effect.category === "externalApi" && isMarkedLate(effect, path);
    return late
      ? { retry: "unsafe", because: "its row is marked only after all of them" }
      : { retry: "unknown", because: undefined };
  }
  return REPEATABLE.has(effect.operation) && !counts && !byPlace
    ? safe("it can be repeated")
    : { retry: "unsafe", because: undefined };
}

function safe(because: string): Retry {
  return { retry: "safe", because };
}

/** An upsert repeats safely by a key that is the same at the next run. */
function judgeUpsert(effect: EffectEvent, path: Path, schema: Schema, made: ReadonlySet<Term>): Retry {
  if (keyOfUpsert(effect).some(isUnstable)) return { retry: "unsafe", because: "the key is new at every run" };
  const row = effect.data?.kind === "object" ? effect.data : undefined;
  if ((effect.conflict ?? []).length > 0) return safe("upsert");
  // Any unique key counts (`DO NOTHING`, `INSERT IGNORE`): one must be filled by the row.
  const table = tableNamed(effect.target, schema);
  if (!table || !row || row.fields.some((field) => field.key === undefined)) return safe("upsert");
  const unique = filledKey(effect, path, schema, made);
  return unique
    ? safe(`unique key ${unique}`)
    : { retry: "unsafe", because: `no unique key of ${effect.target} is filled` };
}

function judgeKey(effect: EffectEvent, made: ReadonlySet<Term>): Retry | undefined {
  if (effect.key === "none" || effect.key === "absent") return undefined;
  if (effect.key === "unknown") return { retry: "unknown", because: undefined };
  // A job may bear the id of the row it is about; the payer pays for the second row as well.
  if (effect.category === "payment" && someTerm(effect.key, (part) => isIdOf(part, made))) return undefined;
  return isUnstable(effect.key) ? undefined : safe("idempotency key");
}

/** Rows that were added before the effect in the same run, and that a second run would add again. */
export function rowsMadeBefore(effect: Effect): ReadonlySet<Term> {
  const made = effect.entryPoint.effects.filter((one) => one.order < effect.order && addsAgain(one));
  return new Set(made.map((one) => one.result));
}

export function addsAgain(effect: { readonly operation: Operation; readonly retry: RetrySafety }): boolean {
  return effect.operation === "insert" && effect.retry === "unsafe";
}

/** What stops a repeat was written ahead of the payment: a claim, or a state set before the money moves. */
function isTakenFirst(guard: Guard, effect: EffectEvent, path: Path): boolean {
  const asked = path.events.filter(
    (event): event is EffectEvent =>
      event.kind === "effect" && event.target !== undefined && guard.detail.includes(event.target),
  );
  const before = asked.filter((event) => event.order < effect.order);
  return (
    before.length === 0 || before.some((event) => event.access === "write" && isOfWhatIsProved(event, guard, asked))
  );
}

/** It is the claim itself, or changes the row that was asked for, behind the look-up. */
function isOfWhatIsProved(write: EffectEvent, guard: Guard, asked: readonly EffectEvent[]): boolean {
  const proves = (term: Term): boolean => guard.proves.some((proved) => containsTerm(proved, term));
  if (proves(write.result)) return true;
  const reads = asked.filter((event) => event.access === "read" && proves(event.result));
  return reads.length === 0 || reads.some((read) => read.order < write.order);
}

/** The table is known, none of its unique keys is filled, and what stops a repeat is a look-up of the same table. */
function isRacy(effect: EffectEvent, dedupe: Guard, path: Path, schema: Schema): boolean {
  if (effect.operation !== "insert" || effect.target === undefined) return false;
  // What is made in another service is stored only afterwards.
  const outside = effect.category === "externalApi";
  if (!outside && !tableNamed(effect.target, schema)) return false;
  const asked = path.events.filter(
    (event): event is EffectEvent =>
      event.kind === "effect" &&
      event.order < effect.order &&
      event.target !== undefined &&
      dedupe.detail.includes(event.target),
  );
  return (
    asked.some((event) => outside || (event.target === effect.target && !isWhole(event))) &&
    asked.every((event) => event.access === "read" && !event.lock)
  );
}

/** An insert on a unique key that comes first and fails at the second run: nothing after it happens twice. */
function claimedBefore(effect: EffectEvent, path: Path, schema: Schema, made: ReadonlySet<Term>): string | undefined {
  // The id of the row that is judged is another one at the next run, and so is the number that it counts.
  const fresh = /^(?:insert|increment)$/.test(effect.operation) ? new Set([...made, effect.result]) : made;
  for (const event of claimsOf(path)) {
    // What is written by one call is written as a whole or not at all.
    if (event.refuses && event !== effect && event.call === effect.call && !hasFreshKey(event))
      return "it is refused as a whole the second time";
    if (event.order >= effect.order) {
      // What comes after it in one transaction takes it back when it is refused.
      if (!isTakenBackWith(event, effect)) continue;
    }
    if (!event.scopes.every((scope) => isCertain(scope, effect) || isTakenOver(scope, path))) continue;
    if (event.refuses && !hasFreshKey(event)) return `${event.call.text} is refused the second time`;
    const unique = uniqueKeyOf(event, path, schema, event === effect ? made : fresh);
    if (unique && !mayReplaceRows(event, path))
      return event.order < effect.order
        ? `the insert on unique key ${unique} fails first`
        : `the insert on unique key ${unique} fails, and takes it back`;
  }
  return undefined;
}

function isTakenBackWith(claim: EffectEvent, effect: EffectEvent): boolean {
  if (claim === effect || claim.system !== effect.system || effect.category !== "database") return false;
  if (claim.within && claim.call === effect.call) return true;
  return effect.scopes.some((scope) => scope.kind === "transaction" && claim.scopes.includes(scope));
}

/** Long paths ask for every effect: what may fail the second time is picked once. */
const knownClaims = new WeakMap<Path, readonly EffectEvent[]>();

function claimsOf(path: Path): readonly EffectEvent[] {
  let claims = knownClaims.get(path);
  if (!claims) {
    claims = effectsOf(path).filter((event) => event.refuses || (event.operation === "insert" && !event.conflict));
    knownClaims.set(path, claims);
  }
  return claims;
}

function hasFreshKey(event: EffectEvent): boolean {
  const key = event.operation === "upsert" ? keyOfUpsert(event) : event.where ? [event.where] : [];
  return key.some(isUnstable);
}

/** It happens whenever the effect does: a transaction runs whole. */
function isCertain(scope: Scope, effect: EffectEvent): boolean {
  return scope.kind === "transaction" || scope.kind === "memoised" || effect.scopes.includes(scope);
}

const LOOKS_UP = /(?:^|\.)(?:find|get|fetch|load|exists?|has|lookup|select)\w*$/i;

/** It is asked with what was sent: whether the service is open, or who is calling, is another question. */
function isLookUp(part: Term): boolean {
  if (!holds(part, HOLDS_CLIENT_DATA)) return false;
  if (part.kind === "result") return LOOKS_UP.test(part.of.text);
  return (
    part.kind === "external" &&
    !part.package.startsWith("global:") &&
    LOOKS_UP.test((part.path.at(-1) ?? "").replace(/\(\)$/, ""))
  );
}

/** `if (await accounts.findByEmail(email)) throw …`, where nobody can read what is looked up. */
function maybeLookedUp(effect: EffectEvent, path: Path): boolean {
  if (effect.operation !== "insert") return false;
  const read = new Set(effectsOf(path).map((event) => event.result));
  if (isComparedInList(effect, path)) return true;
  return path.events.some(
    (event) =>
      event.kind === "check" &&
      event.order < effect.order &&
      event.scopes.every((scope) => isCertain(scope, effect)) &&
      presenceWhere(event.test, (part) => !read.has(part) && isLookUp(part)).includes(
        event.stopsWhen ? "present" : "absent",
      ),
  );
}

/** What the second run meets when its insert fails goes on only with a claim of its own: the first one's lease is over. */
function isTakenOver(scope: Scope, path: Path): boolean {
  if (scope.kind !== "try") return false;
  return effectsOf(path).some(
    (event) =>
      claims(event) &&
      event.scopes.some(
        (other) =>
          other.kind === "catch" && other.place.at[0] === scope.place.at[0] && other.place.file === scope.place.file,
      ),
  );
}

/** Money that moves is proved not to move again, or is not. */
function isMaybeLeft(effect: EffectEvent, path: Path): boolean {
  return effect.category !== "payment" && mayLeaveState(effect, path);
}

/** The guard is certain to come before the event. */
export function dominates(
  guard: Guard,
  event: {
    readonly order: number;
    readonly scopes: readonly { readonly id: number }[];
    readonly stack: PathEvent["stack"];
  },
): boolean {
  if (guard.ofCaller && !inChain(event)) return false;
  return guard.order < event.order && guard.scopes.every((id) => event.scopes.some((scope) => scope.id === id));
}
