/** Recognises work on rows in a certain state that leaves them in another: a second run does not find them again. */
import type { EffectEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { presenceOf } from "../terms/presence.ts";
import { containsTerm, someTerm, termsWithinAll } from "../terms/terms.ts";
import { effectsOf } from "../trail/effects-of.ts";
import { leavesOwnState, leavesWhatIsAsked } from "./state-guards.ts";

/** The table whose rows are worked off, where the effect is part of that work. */
export function workedOff(effect: EffectEvent, path: Path): string | undefined {
  const isAbout = aboutRows(effect);
  for (const read of effectsOf(path)) {
    if (read.order > effect.order || !read.target || !isAbout(read.result)) continue;
    // `UPDATE … SET sent_at = now() WHERE sent_at IS NULL RETURNING …`: who gets the rows has taken them.
    if (read.operation === "set" && read !== effect && takes(read, path)) return read.target;
    if (isTakenAway(read, effect)) return read.target;
    if (read.access !== "read" || isOfOwnFile(read, path)) continue;
    const states = statesOf(read.where);
    if (isMadeWithoutRows(effect, read, path)) continue;
    if (isAskedOfEach(effect, read, path)) return read.target;
    if (
      effectsOf(path).some(
        (event) =>
          // Without a state the rows are worked off only where they are taken away.
          (states.size > 0 || event.operation === "delete") &&
          marks(event, read, states, effect) &&
          isInTime(event, effect, read.result),
      )
    )
      return read.target;
  }
  return undefined;
}

/** In a loop each row is asked for a state, and leaves it on the way of the effect: `if (alert.toldAt) continue; … setToldAt(alert)`. */
function isAskedOfEach(effect: EffectEvent, read: EffectEvent, path: Path): boolean {
  const rows = read.result;
  const loop = effect.scopes.findIndex(
    (scope) =>
      (scope.kind === "loop" && scope.over && containsTerm(scope.over, rows)) ||
      (scope.kind === "callback" && GOES_THROUGH.test(scope.of)),
  );
  if (loop < 0) return false;
  return effect.scopes.slice(loop).some((scope) => {
    if (scope.kind !== "branch" || !containsTerm(scope.test, rows)) return false;
    const check = { test: scope.test, stopsWhen: !scope.when };
    return effectsOf(path).some(
      (write) =>
        leavesWhatIsAsked(write, check, read) &&
        write.where !== undefined &&
        containsTerm(write.where, rows) &&
        write.scopes.every((one) => effect.scopes.includes(one) || !MAYBE.has(one.kind)) &&
        isInTime(write, effect, rows),
    );
  });
}

const GOES_THROUGH = /\.(?:map|forEach|flatMap)$/;

/** In one statement rows are picked by their state and taken out of it: `WITH due AS (SELECT … WHERE sent_at IS NULL) UPDATE …`. */
function takes(update: EffectEvent, path: Path): boolean {
  if (leavesOwnState(update)) return true;
  return effectsOf(path).some(
    ({ access, call, target, where }) =>
      access === "read" && call === update.call && target === update.target && leavesOwnState({ ...update, where }),
  );
}

/**
 * `const file = await files.deleteReturning(id); usage.decrement(file.size)`: the second time there is no row, and nothing
 * can be read off it; a count of none changes nothing.
 */
function isTakenAway(removal: EffectEvent, effect: EffectEvent): boolean {
  if (removal.operation !== "delete" || removal === effect || !CHANGES.has(effect.operation)) return false;
  return [effect.data, effect.where, ...effect.call.arguments].some(
    (given) => given !== undefined && someTerm(given, (part) => ofRow(part) === removal.result),
  );
}

const CHANGES: ReadonlySet<EffectEvent["operation"]> = new Set(["increment", "append", "toggle", "set"]);

/** What a column is read off. */
function ofRow(part: Term): Term | undefined {
  if (part.kind === "member") return part.of;
  return part.kind === "external" && part.arguments === undefined ? part.base : undefined;
}

/** What came along is kept in a file until it is passed on: the next run brings one of its own. */
function isOfOwnFile({ category, order, target }: EffectEvent, path: Path): boolean {
  return (
    category === "filestore" &&
    effectsOf(path).some((one) => one.access === "write" && one.order < order && one.target === target)
  );
}

/** Rows in a state are worked through one after the other, and all of them leave it only behind the last: a stop in between repeats the first ones. */
export function isMarkedLate(effect: EffectEvent, path: Path): boolean {
  return effectsOf(path).some((read) => {
    if (read.access !== "read" || read.order > effect.order || !read.target) return false;
    const states = statesOf(read.where);
    const loop = effect.scopes.find(
      (scope) => scope.kind === "loop" && scope.over && containsTerm(scope.over, read.result),
    );
    if (states.size === 0 || !loop) return false;
    return effectsOf(path).some(
      (event) => event.order > effect.order && !event.scopes.includes(loop) && marks(event, read, states, effect),
    );
  });
}

/** The columns that rows were asked for by their state: `{ status: "open", sentAt: null, remindedAt: { lt: today } }`. */
export function statesOf(where: Term | undefined): ReadonlySet<string> {
  if (where?.kind !== "object") return new Set();
  return new Set(where.fields.flatMap(({ key, value }) => (key !== undefined && isState(value) ? [key] : [])));
}

/** A fixed value, or a comparison with one or with a moment. */
function isState(value: Term): boolean {
  if (value.kind === "undefined" || value.kind === "literal") return true;
  if (value.kind === "array") return value.items.every(isState);
  if (value.kind !== "object" || value.fields.length === 0) return false;
  return value.fields.every((field) => isState(field.value) || /^\$?lte?$|^before$/.test(field.key ?? ""));
}

/** Whether it happens to one of these rows: in a loop over them, or with what they hold. */
function aboutRows(effect: EffectEvent): (rows: Term) => boolean {
  const loops = effect.scopes.flatMap((scope) => (scope.kind === "loop" && scope.over ? [scope.over] : []));
  const given = [effect.data, effect.where, ...effect.call.arguments].filter((term) => term !== undefined);
  const within = termsWithinAll([...loops, ...given]);
  return (rows) => within.has(rows);
}

/** One thing for all rows of a list, which may be empty: nothing asks whether there are any. */
function isMadeWithoutRows(effect: EffectEvent, read: EffectEvent, path: Path): boolean {
  if (effect.operation !== "insert" && effect.operation !== "charge") return false;
  if (!LISTS.test(read.call.text) || effect.scopes.some((scope) => scope.kind === "loop" || scope.kind === "callback"))
    return false;
  const asks = (test: Term): boolean => presenceOf(test, read.result).length > 0;
  return !(
    effect.scopes.some((scope) => scope.kind === "branch" && asks(scope.test)) ||
    path.events.some(
      (event) => event.kind === "check" && event.order > read.order && event.order < effect.order && asks(event.test),
    )
  );
}

const LISTS = /(?:^|\.)(?:findMany|findAll|getMany|toArray)$/;

/** A write that takes the rows out of that state, whenever the effect happens. */
function marks(event: EffectEvent, read: EffectEvent, states: ReadonlySet<string>, effect: EffectEvent): boolean {
  if (event.order < read.order || event.system !== read.system || event.target !== read.target) return false;
  const same = event.where !== undefined && (event.where === read.where || containsTerm(event.where, read.result));
  if (!same && !(event.result.kind === "external" && event.result.base && containsTerm(event.result.base, read.result)))
    return false;
  // `if (sent.ok) await markSent(row)`: what did not go out is tried again, and rightly so.
  const afterSending = effect.operation === "send" && event.order > effect.order;
  const certain = event.scopes.every(
    (scope) => effect.scopes.includes(scope) || !MAYBE.has(scope.kind) || (afterSending && scope.kind === "branch"),
  );
  if (!certain) return false;
  if (event.operation === "delete") return true;
  if (event.operation !== "set" || event.data?.kind !== "object") return false;
  return event.data.fields.some(({ key }) => key !== undefined && states.has(key));
}

/**
 * What is made elsewhere must be marked ahead: a stop in between makes it again. A message is marked with each row, not after all of
 * them.
 */
function isInTime(mark: EffectEvent, effect: EffectEvent, rows: Term): boolean {
  if (mark.order < effect.order || effect.category === "database") return true;
  if (effect.operation === "insert" || effect.operation === "charge") return false;
  return effect.scopes.every(
    (scope) => scope.kind !== "loop" || !scope.over || !containsTerm(scope.over, rows) || mark.scopes.includes(scope),
  );
}

const MAYBE: ReadonlySet<string> = new Set(["branch", "case", "catch"]);
