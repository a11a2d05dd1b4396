/** Recognises checks that stop a repeated request: it was recorded, and what was recorded is asked for. */
import type { Branch, CheckEvent, EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import type { IdentityView } from "../guards/identity.ts";
import { COMPARISONS } from "../terms/comparisons.ts";
import { isUnstable } from "../terms/fresh.ts";
import { presenceOf, presenceWhere } from "../terms/presence.ts";
import { containsTerm, someTerm, termsWithin } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { asksForSet } from "./asks-for-set.ts";
import { claims, goesOnWith, isState } from "./claims.ts";
import { columnsAsked } from "./columns-asked.ts";
import { isMarkedSo, isNeeded, isOfOtherKey, isReleased, soughtBy } from "./kept-marks.ts";
import { isMissedBy, leavesMissing } from "./left-missing.ts";
import { isOfOtherRow } from "./other-row.ts";
import { letsThrough } from "./outcome-after.ts";
import { leavesState, MAYBE, writesLeaving } from "./state-guards.ts";
import { statesOf } from "./worked-off.ts";

/** The path stops where something was found that this very request would make: a row by its key, a state already reached. */
export function provesDuplicate(event: CheckEvent, path: Path, view: IdentityView): readonly string[] | undefined {
  const within = termsWithin(event.test);
  for (const earlier of askedFor(within, view.effects)) {
    if (earlier.order > event.order) continue;
    const name = [earlier.target ?? earlier.system];
    const presence = presenceOf(event.test, earlier.result).concat(
      presenceWhere(event.test, (part) => isFoundIn(part, earlier.result)),
    );
    if (earlier.access !== "read") {
      if (!claims(earlier)) continue;
      if (presence.includes(event.stopsWhen ? "absent" : "present") || goesOnWith(event, earlier, view.effects))
        return name;
      continue;
    }
    const found = presence.includes(event.stopsWhen ? "present" : "absent");
    // The one row of its table: it is there, or is added.
    if (found && isWhole(earlier) && writesLater(earlier, event, view).length > 0) return name;
    if (!isKeyed(earlier, path, view)) continue;
    const needed = presence.includes(event.stopsWhen ? "absent" : "present") || isNeeded(event, earlier);
    if (needed && isUsedUp(earlier, event, path, view)) return name;
    if (leavesState(event, earlier, view)) return name;
    const later = writesLater(earlier, event, view);
    if (isReleased(earlier, later)) continue;
    if (isMarkedSo(event, earlier, later)) return name;
    // What was found was asked for before, and only where nothing was is it added: `if ("conflict" in made) return 409`.
    if (found && later.length === 0 && isAddedWhereMissing(earlier, event, view.effects)) return name;
    if (later.length === 0 || later.every((write) => letsThrough(event, earlier.result, write))) continue;
    if (found && asksForPart(event.test, earlier.result) && later.every((write) => leavesAsked(write, event, earlier)))
      continue;
    if (found && !asksForPart(event.test, earlier.result) && later.every((write) => leavesMissing(write, earlier)))
      continue;
    if (!found && !leavingState(event, earlier, later).some((write) => !endsApart(write, event, path))) continue;
    if (!asksForRoom(event.test, earlier.result)) return name;
  }
  return undefined;
}

/**
 * Writes that leave the state that the check asks for on one way only: what stands on that way with them happens once.
 *
 * `if (order.status === "paid") return; if (isGift) { await addCredits(); await setPaid(order); }`
 */
export function duplicatesOnWays(event: CheckEvent, path: Path, view: IdentityView): readonly EffectEvent[] {
  const found: EffectEvent[] = [];
  for (const earlier of askedFor(termsWithin(event.test), view.effects)) {
    if (earlier.order > event.order || earlier.access !== "read" || !isKeyed(earlier, path, view)) continue;
    const later = writesLater(earlier, event, view);
    const needed = presenceOf(event.test, earlier.result).includes(event.stopsWhen ? "absent" : "present");
    const used = needed ? usesUp(earlier, event, path, view) : [];
    for (const write of [...writesLeaving(event, earlier, view), ...leavingState(event, earlier, later), ...used])
      if (event.scopes.every((scope) => write.scopes.includes(scope))) found.push(write);
  }
  return found;
}

/** Of these writes those that change the state that the check compares. */
function leavingState(event: CheckEvent, read: EffectEvent, writes: readonly EffectEvent[]): readonly EffectEvent[] {
  if (!asksForState(event.test, read.result)) return [];
  return writes.filter((write) => leaves(write, event, read));
}

/** The write stands on a way of its own that ends there: whoever takes another one does not get to it. */
function endsApart(write: EffectEvent, check: CheckEvent, path: Path): boolean {
  return write.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      !check.scopes.includes(scope) &&
      checksAsking(path, scope.test).some(
        (event) =>
          event.order > write.order &&
          outcome(event.test, scope) === event.stopsWhen &&
          (event.test !== scope.test || event.stop.how !== "throw"),
      ),
  );
}

/** Checks of the test itself, or of what it chooses. A path may have thousands of checks. */
function checksAsking(path: Path, test: Term): readonly CheckEvent[] {
  let checks = knownChecks.get(path);
  if (!checks) {
    checks = new Map();
    knownChecks.set(path, checks);
    for (const event of path.events) {
      if (event.kind !== "check") continue;
      const asked = isChoice(event.test) ? [event.test, event.test.parts[0]] : [event.test];
      for (const one of asked) if (one) checks.set(one, [...(checks.get(one) ?? []), event]);
    }
  }
  return checks.get(test) ?? [];
}

const knownChecks = new WeakMap<Path, Map<Term, readonly CheckEvent[]>>();

function isChoice(test: Term): test is Term & { readonly kind: "operation" } {
  return test.kind === "operation" && test.operator === "?:";
}

/** What a test says on a way: a function gives `isOver ? true : false`, having noted that it is over. */
function outcome(test: Term, way: Branch): boolean | undefined {
  if (test === way.test) return way.when;
  if (!isChoice(test) || test.parts[0] !== way.test) return undefined;
  const chosen = test.parts[way.when ? 1 : 2];
  return chosen && truth(chosen);
}

/** A path may have thousands of checks and of effects: each check is asked only of the effects that it holds. */
const knownResults = new WeakMap<readonly EffectEvent[], ReadonlyMap<Term, readonly EffectEvent[]>>();

function askedFor(within: ReadonlySet<Term>, effects: readonly EffectEvent[]): readonly EffectEvent[] {
  const results = knownResults.get(effects) ?? byResult(effects);
  const found: EffectEvent[] = [];
  // The same call with the same values says the same each time.
  const take = (own: readonly EffectEvent[] | undefined): void => {
    if (own) found.push(...(own[0]?.access === "read" ? own.slice(0, 1) : own));
  };
  if (within.size < results.size) for (const term of within) take(results.get(term));
  else for (const [term, own] of results) if (within.has(term)) take(own);
  return found.sort((a, b) => a.order - b.order);
}

function byResult(effects: readonly EffectEvent[]): ReadonlyMap<Term, readonly EffectEvent[]> {
  const results = new Map<Term, EffectEvent[]>();
  for (const effect of effects) {
    const list = results.get(effect.result);
    if (list) list.push(effect);
    else results.set(effect.result, [effect]);
  }
  knownResults.set(effects, results);
  return results;
}

/** The row is found by something of the request: its key, its event's id. */
function isKeyed(effect: EffectEvent, path: Path, view: IdentityView): boolean {
  let keyed = knownKeyed.get(view);
  if (!keyed) {
    keyed = new Map();
    knownKeyed.set(view, keyed);
  }
  let answer = keyed.get(effect);
  if (answer === undefined) {
    answer = findsByRequest(effect, path, view);
    keyed.set(effect, answer);
  }
  return answer;
}

/** A path may have thousands of checks of what one look-up found. */
const knownKeyed = new WeakMap<IdentityView, Map<EffectEvent, boolean>>();

function findsByRequest(effect: EffectEvent, path: Path, view: IdentityView): boolean {
  const where = soughtBy(effect);
  if (where?.kind === "object" && where.fields.some(({ value }) => isMadeUp(value))) return false;
  if (where) {
    const signed = path.events.some(
      (event) => event.kind === "guard" && event.guard === "signature" && containsTerm(where, event.result),
    );
    if (signed) return true;
  }
  if (where && (view.isClientData(where) || view.isCredential(where) || view.isStored(where))) return true;
  if (typeof effect.key === "object" || isOfRowAdded(effect, view)) return true;
  // By what another service said of the thing that was sent: `payments.get(body.id).metadata.orderId`.
  return view.effects.some(
    (asked) =>
      asked.access === "call" && asked.order < effect.order && where !== undefined && containsTerm(where, asked.result),
  );
}

/** A number that this run thought of: whether it is taken says nothing of a repeat, which thinks of another one. */
function isMadeUp(value: Term): boolean {
  return value.kind !== "object" && value.kind !== "array" && isUnstable(value) && someTerm(value, isRandom);
}

function isRandom(part: Term): boolean {
  return part.kind === "unstable" && part.how === "random";
}

/** It is asked for by a value that a row of the same table is then added with: `find({ uid })`, `create({ uid, … })`. */
function isOfRowAdded({ where, system, target, order }: EffectEvent, view: IdentityView): boolean {
  if (where?.kind !== "object" || target === undefined) return false;
  return view.effects.some(
    ({ operation, data, ...insert }) =>
      operation === "insert" &&
      insert.order > order &&
      insert.system === system &&
      insert.target === target &&
      data?.kind === "object" &&
      where.fields.some(({ key, value }) => key !== undefined && !isState(value) && has(data, key, value)),
  );
}

function has(row: Term & { readonly kind: "object" }, key: string, value: Term): boolean {
  return !isUnstable(value) && row.fields.findLast((field) => field.key === key)?.value === value;
}

/** All rows are asked for: `findOne({})`, `count()`. */
export function isWhole({ where, category, target, call }: EffectEvent): boolean {
  if (category !== "database" || target === undefined) return false;
  if (where === undefined)
    return /(?:^|\.)(?:find(?:One|First|Many)?|count\w*)$/.test(call.text) && call.arguments.every(hasNoCondition);
  return where.kind === "object" && where.fields.length === 0;
}

/** Options of a look-up, none of which limits it. */
function hasNoCondition(term: Term): boolean {
  return term.kind === "object" && term.fields.every(({ key }) => key !== undefined && key !== "where");
}

/**
 * The path needs the row and takes it away, or out of the state it was asked for in: the next request does not find it. Only
 * what certainly comes does so, and only on the way that needs it.
 */
function isUsedUp(read: EffectEvent, check: CheckEvent, path: Path, view: IdentityView): boolean {
  return usesUp(read, check, path, view).some(({ scopes }) =>
    scopes.every((scope) => check.scopes.includes(scope) || !MAYBE.has(scope.kind)),
  );
}

/** The writes, on whichever way, after which the next request does not find the row. */
function usesUp(read: EffectEvent, check: CheckEvent, path: Path, view: IdentityView): readonly EffectEvent[] {
  // A file is taken away after the work, and nothing holds the two together: a stop in between finds it again.
  if (read.category === "filestore") return [];
  const states = statesOf(read.where);
  return effectsOf(path).filter((event) => {
    if (event.order < check.order || event.target === undefined) return false;
    if (event.system !== read.system || event.target !== read.target || isOfOtherRow(event, read, view)) return false;
    if (isOfOtherKey(event, read)) return false;
    if (event.operation === "delete") return true;
    if (event.operation !== "set" || event.data?.kind !== "object") return false;
    return event.data.fields.some(
      ({ key, value }) => key !== undefined && (states.has(key) || isTokenEmptied(key, value, read)),
    );
  });
}

/** `find({ token })`, and `token` is emptied. */
function isTokenEmptied(column: string, value: Term, { where }: EffectEvent): boolean {
  if (where?.kind !== "object" || !where.fields.some(({ key }) => key === column)) return false;
  return value.kind === "undefined" || (value.kind === "literal" && !value.value);
}

/** What was looked up is changed later on the path: the next request finds it so. */
function writesLater(read: EffectEvent, check: CheckEvent, view: IdentityView): readonly EffectEvent[] {
  if (read.target === undefined) return [];
  return writesOfSame(read, view).filter(
    (event) =>
      event.order > check.order &&
      // What is noted of a failure is not there where all went well.
      event.scopes.every((scope) => scope.kind !== "catch" || check.scopes.includes(scope)),
  );
}

/** Writes that may change what was looked up, wherever they stand. */
function writesOfSame(read: EffectEvent, view: IdentityView): readonly EffectEvent[] {
  const ofView = knownWrites.get(view) ?? new Map<EffectEvent, readonly EffectEvent[]>();
  let writes = ofView.get(read);
  if (!writes) {
    writes = view.effects.filter(
      (event) =>
        event.access === "write" &&
        event.system === read.system &&
        event.target === read.target &&
        !isMissedBy(event, read) &&
        !isOfOtherKey(event, read) &&
        !isOfOtherRow(event, read, view),
    );
    knownWrites.set(view, ofView.set(read, writes));
  }
  return writes;
}

const knownWrites = new WeakMap<IdentityView, Map<EffectEvent, readonly EffectEvent[]>>();

/** A row of the table is added on the way where nothing was found. */
function isAddedWhereMissing(read: EffectEvent, check: CheckEvent, effects: readonly EffectEvent[]): boolean {
  return effects.some(
    ({ operation, order, system, target, scopes }) =>
      operation === "insert" &&
      order > read.order &&
      order < check.order &&
      system === read.system &&
      target === read.target &&
      scopes.some(
        (scope) =>
          scope.kind === "branch" && presenceOf(scope.test, read.result).includes(scope.when ? "absent" : "present"),
      ),
  );
}

/** The state that is asked for is what is written. */
function leaves(write: EffectEvent, check: CheckEvent, read: EffectEvent): boolean {
  if (write.operation === "delete") return true;
  // Storing the row, nobody knows how, takes nothing back that had to be set.
  if (write.data?.kind !== "object" && asksForSet(check.test, !check.stopsWhen, read.result)) return false;
  return fills(write.data, check.test, read.result) && !letsThrough(check, read.result, write);
}

/** `row.papers.filter(isLate).length > 0`: what lies in the row is asked for, and not the row. */
function asksForPart(test: Term, row: Term): boolean {
  const isPart = (part: Term): boolean =>
    part.kind === "member" ? part.of === row : part.kind === "external" && !part.arguments && part.base === row;
  return someTerm(test, isPart);
}

/** It is set to something else than what the test asks for. */
function leavesAsked({ operation, data }: EffectEvent, check: CheckEvent, read: EffectEvent): boolean {
  return operation === "set" && !fills(data, check.test, read.result);
}

/** A column that the test asks of the row is written. */
function fills(data: Term | undefined, test: Term, row: Term): boolean {
  if (data?.kind !== "object") return true;
  const asked = columnsAsked(test, row);
  return data.fields.some(({ key }) => key === undefined || asked.has(key));
}

/** `line && line.quantity + wanted > stock`: whether there is room for more says nothing of a repeat. */
function asksForRoom(test: Term, row: Term): boolean {
  return someTerm(test, (part) => {
    if (part.kind !== "operation" || !/^[<>]=?$/.test(part.operator)) return false;
    return part.parts.some((one) => one.kind === "operation" && /^[+-]$/.test(one.operator) && containsTerm(one, row));
  });
}

/** `stock < 1` asks for an amount, which the next call may still find. */
function isFixedState(term: Term, operator: string): boolean {
  if (term.kind !== "literal") return false;
  return typeof term.value !== "number" || operator === "===" || operator === "!==";
}

/** What was searched for in a list of the row: `post.likes.includes(user)`, `order.lines.find(…)`. */
function isFoundIn(part: Term, row: Term): boolean {
  const searched =
    part.kind === "external"
      ? SEARCHES.test(part.path.at(-1) ?? "") && part.base
      : part.kind === "operation" && /^(?:includes|some)$/.test(part.operator) && part.parts[0];
  if (searched === undefined || searched === false) return false;
  // One of the rows themselves, told by a function: `proposals.find((one) => one.by === user.id)`.
  if (searched === row)
    return part.kind === "external" && part.arguments?.[0]?.kind === "function" && PICKS.test(part.path.at(-1) ?? "");
  return containsTerm(searched, row);
}

const PICKS = /^(?:find|some|findIndex)\(\)$/;
const SEARCHES = /^(?:find|some|includes|indexOf|findIndex|has|get|id)\(\)$/;

/** Whether there is room for more is asked anew each time; a state that was left is not. */
function asksForState(test: Term, row: Term): boolean {
  const known = knownStates.get(test) ?? new Map<Term, boolean>();
  knownStates.set(test, known);
  const answer = known.get(row) ?? (comparesState(test, row) && !asksForRoom(test, row));
  known.set(row, answer);
  return answer;
}

/** A test may be large, and stand on the way of many look-ups. */
const knownStates = new WeakMap<Term, Map<Term, boolean>>();

/** A field of the row is compared with a fixed state: `order.status === "paid"`, `order.paidAt`. How late it is, is none. */
function comparesState(test: Term, row: Term): boolean {
  if (test.kind === "operation" && JOINS.has(test.operator)) return test.parts.some((part) => comparesState(part, row));
  if (test.kind === "operation" && COMPARISONS.has(test.operator)) {
    // `typeof kept === "object"` asks in which form it came.
    if (test.parts.some((one) => one.kind === "operation" && one.operator === "typeof")) return false;
    if (!test.parts.some((one) => one !== row && containsTerm(one, row))) return false;
    return test.parts.some((one) => isFixedState(one, test.operator) || one.kind === "array");
  }
  return someTerm(test, (part) => {
    if (part.kind === "operation" && COMPARISONS.has(part.operator)) return part !== test && comparesState(part, row);
    const name =
      part.kind === "external" && part.base === row
        ? (part.path.at(-1) ?? "")
        : part.kind === "member" && part.of === row
          ? part.name
          : "";
    return /(?:At|_at|ed)$|^(?:status|state|is[A-Z]|processed|done|sent|paid)/.test(name);
  });
}

const JOINS: ReadonlySet<string> = new Set(["&&", "||", "!", "??", "?:"]);
