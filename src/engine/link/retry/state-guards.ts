/**
 * Recognises states that are asked for and then left: `if (!booking.cancelled) { booking.cancelled = true; … }`.
 *
 * The path goes on only while a field of a stored row has some value, and the path itself gives it another one: the next
 * request does not get there.
 */

import type { CheckEvent, EffectEvent } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import type { IdentityView } from "../guards/identity.ts";
import { hashesPasswords } from "../packages/password-hashes.ts";
import { fieldOf } from "../terms/field-of.ts";
import { containsTerm, termsWithin } from "../terms/terms.ts";
import { type Wanted, wantedIn } from "../terms/wanted.ts";
import { changesBeside } from "../trail/effects-of.ts";
import { columnOf, hasSameValue } from "./columns-of-row.ts";
import { leavesMissing } from "./left-missing.ts";
import { isOfOtherRow } from "./other-row.ts";
import { stopsAfter } from "./outcome-after.ts";

/** The check asks for a state of the row that was read, and a write that comes with it leaves that state. */
export function leavesState(check: CheckEvent, read: EffectEvent, view: IdentityView): boolean {
  return writesLeaving(check, read, view).some((write) =>
    write.scopes.every((scope) => check.scopes.includes(scope) || !MAYBE.has(scope.kind)),
  );
}

/** Writes behind the check, on whichever way, that leave the state it asks for. */
export function writesLeaving(check: CheckEvent, read: EffectEvent, view: IdentityView): readonly EffectEvent[] {
  let ofRead = knownLeaving.get(view)?.get(read);
  if (!ofRead) {
    ofRead = { whenTrue: new Map(), whenFalse: new Map() };
    const ofView = knownLeaving.get(view) ?? new Map<EffectEvent, Leaving>();
    knownLeaving.set(view, ofView.set(read, ofRead));
  }
  const { test, stopsWhen } = check;
  const known = stopsWhen ? ofRead.whenTrue : ofRead.whenFalse;
  let found = known.get(test);
  if (!found) {
    found = findLeaving(check, read, view);
    known.set(test, found);
  }
  return found;
}

type Leaving = Record<"whenTrue" | "whenFalse", Map<Term, readonly EffectEvent[]>>;

/** A function that is called all over asks the same of the same row each time. */
const knownLeaving = new WeakMap<IdentityView, Map<EffectEvent, Leaving>>();

function findLeaving(
  check: Pick<CheckEvent, "test" | "stopsWhen">,
  read: EffectEvent,
  view: IdentityView,
): readonly EffectEvent[] {
  if (!termsWithin(check.test).has(read.result)) return [];
  return changesBeside(view.effects, read).filter(
    (write) => write.order > read.order && !isOfOtherRow(write, read, view) && leavesWhatIsAsked(write, check, read),
  );
}

/** The write changes rows of the table so that the test comes out the other way. */
export function leavesWhatIsAsked(
  write: EffectEvent,
  check: Pick<CheckEvent, "test" | "stopsWhen">,
  read: EffectEvent,
): boolean {
  if (write.order <= read.order || write.access !== "write" || write.operation === "insert") return false;
  if (write.system !== read.system || write.target === undefined || write.target !== read.target) return false;
  const wanted = wantedIn(check.test, !check.stopsWhen).filter(({ term }) => containsTerm(term, read.result));
  if (wanted.some((one) => isLeft(one, read.result, write))) return true;
  if (check.test === read.result && leavesMissing(write, read)) return false;
  return stopsAfter(check, read.result, write);
}

/** A statement that finds only rows in a state, and takes them out of it: `WHERE status = 'open'`, and sets `'paid'`. */
export function leavesOwnState({ where, data }: EffectEvent): boolean {
  if (where?.kind !== "object" || data?.kind !== "object") return false;
  return where.fields.some(({ key, value }) => {
    const set = key === undefined ? undefined : data.fields.findLast((field) => field.key === key)?.value;
    if (!set) return false;
    if (value.kind === "literal" || value.kind === "undefined") return isOther(set, value);
    // `{ $ne: id }`, `{ not: id }`: it is not there yet.
    const [only] = value.kind === "object" && value.fields.length === 1 ? value.fields : [];
    return (
      only !== undefined &&
      /^(?:\$ne|not)$/.test(only.key ?? "") &&
      (set === only.value || hasSameValue(set, only.value))
    );
  });
}

/** What stands in such a scope may not come at all. */
export const MAYBE: ReadonlySet<string> = new Set(["branch", "case", "catch", "loop"]);

function isLeft({ term, holds }: Wanted, row: Term, write: EffectEvent): boolean {
  if (write.data?.kind !== "object") return false;
  if (holds && isOldPassword(term, row, write.data)) return true;
  const compared = term.kind === "operation" && (term.operator === "===" || term.operator === "!==");
  const [left, right] = compared ? term.parts : [term];
  if (compared) {
    const typed = typeAsked(left, right) ?? typeAsked(right, left);
    const name = typed && columnOf(typed.of, row);
    const value = name === undefined ? undefined : write.data.fields.findLast(({ key }) => key === name)?.value;
    if (typed)
      return value?.kind === "literal" && (typeof value.value === typed.type) !== ((term.operator === "===") === holds);
  }
  if (compared && isRelationLeft([left, right], term, holds, row, write.data)) return true;
  const field = [left, right].find((part) => part !== undefined && columnOf(part, row) !== undefined);
  const column = field && columnOf(field, row);
  const set = column && write.data.fields.findLast(({ key }) => key === column || isOfLine(key, column))?.value;
  if (!set) return false;
  // What is asked to be missing is filled with something.
  if (!compared) return holds ? isTruthy(set) === false : isTruthy(set) !== false;
  const other = field === left ? right : left;
  if (!other) return false;
  const equal = (term.operator === "===") === holds;
  return equal ? isOther(set, other) : set === other || hasSameValue(set, other);
}

/** `bcrypt.compare(body.old, row.password)`, and the row gets another password: the old one no longer fits. */
function isOldPassword(test: Term, row: Term, data: Term & { readonly kind: "object" }): boolean {
  if (test.kind !== "external" || !/^(?:default\.)?(?:compare|verify)(?:Sync)?\(\)$/.test(test.path.join(".")))
    return false;
  if (!hashesPasswords(test.package)) return false;
  const columns = (test.arguments ?? []).flatMap((one) => columnOf(one, row) ?? []);
  return data.fields.some(({ key }) => key !== undefined && columns.includes(key));
}

/** `row.role.name !== wanted`, and the write connects it: `{ role: { connect: { name: wanted } } }`. */
function isRelationLeft(
  sides: readonly (Term | undefined)[],
  test: Term,
  holds: boolean,
  row: Term,
  data: Term & { readonly kind: "object" },
): boolean {
  if (test.kind !== "operation" || (test.operator === "===") === holds) return false;
  return sides.some((side, index) => {
    const other = sides[1 - index];
    const of = side?.kind === "member" ? side.of : side?.kind === "external" && !side.arguments ? side.base : undefined;
    const name = side?.kind === "member" ? side.name : side?.kind === "external" ? side.path.at(-1) : undefined;
    const relation = of && columnOf(of, row);
    if (relation === undefined || name === undefined || !other) return false;
    const set = fieldOf(fieldOf(fieldOf(data, relation), "connect"), name);
    return set !== undefined && (set === other || hasSameValue(set, other));
  });
}

/** MongoDB's `lines.$[one].refunded`, `lines.$.refunded`: the column of one line of the row. */
function isOfLine(key: string | undefined, column: string): boolean {
  return key !== undefined && /\.\$(?:\[\w*\])?\./.test(key) && key.endsWith(`.${column}`);
}

/** `typeof row.streak === "number"`. */
function typeAsked(
  asks: Term | undefined,
  type: Term | undefined,
): { readonly of: Term; readonly type: unknown } | undefined {
  if (asks?.kind !== "operation" || asks.operator !== "typeof" || type?.kind !== "literal") return undefined;
  const [of] = asks.parts;
  return of && { of, type: type.value };
}

/** Undefined where it may be either. */
function isTruthy(value: Term): boolean | undefined {
  if (value.kind === "undefined") return false;
  if (value.kind === "literal") return Boolean(value.value);
  return value.kind === "unstable" || value.kind === "object" || value.kind === "text" ? true : undefined;
}

function isOther(value: Term, than: Term): boolean {
  if (value.kind === "unstable") return true;
  // What a function of a package gives (`knex.fn.now()`) is something, where nothing was asked for.
  if (value.kind === "external" && value.arguments && isNothing(than)) return true;
  const literal = value.kind === "literal" || value.kind === "undefined";
  return literal && (than.kind === "literal" || than.kind === "undefined") && !hasSameValue(value, than);
}

function isNothing(value: Term): boolean {
  return value.kind === "undefined" || (value.kind === "literal" && value.value === null);
}
