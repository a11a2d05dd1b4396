/**
 * Guards that follow from others.
 *
 * What is checked on one side of a branch holds behind it where the branch's own test proves as much on the other side:
 * `if (!isAdmin(user, org)) { const member = await find(user, org); if (!member) return forbidden(); }`.
 * And a row that is compared with what was proven to be the caller's is the caller's: `if (order.shopId !== shop.id) …`.
 */
import type { Guard } from "../../model/guard.ts";
import type { Branch, CheckEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { isSamePart } from "../terms/same-part.ts";
import { partsOf, termsWithin } from "../terms/terms.ts";
import { truth } from "../terms/truth.ts";
import { branchesOf } from "./branches.ts";
import type { IdentityView } from "./identity.ts";
import { partsOfTest } from "./test-parts.ts";

/** What a check proves, told by its test alone. */
export type ReadCheck = (check: CheckEvent) => readonly Guard[];

/** Branches in branches that are looked at. */
const MAXIMUM_LEVELS = 3;

/** Copies of guards that stand on one side of a branch, for what comes behind it. */
export function heldEitherWay(path: Path, guards: readonly Guard[], read: ReadCheck): readonly Guard[] {
  const branches = branchesOf(path);
  const found: Guard[] = [];
  for (const guard of guards) {
    let held: Guard | undefined = guard.kind === "role" || guard.kind === "ownership" ? guard : undefined;
    for (let level = 0; held && level < MAXIMUM_LEVELS; level++) {
      const branch: Branch | undefined = branches.get(held.scopes.at(-1) ?? -1);
      held = branch && behind(held, branch, read);
      if (held) found.push(held);
    }
  }
  return found;
}

/** The guard as it holds behind the branch that it stands in; undefined where the other side proves nothing. */
function behind(guard: Guard, branch: Branch, read: ReadCheck): Guard | undefined {
  const others = provenWhere(branch.test, !branch.when, branch, read);
  const scopes = guard.scopes.slice(0, -1);
  const role = others.find(({ kind }) => kind === "role");
  // Of two proofs the weaker one holds for whoever comes by.
  if (role) return { ...guard, kind: "role", detail: [...role.detail, ...guard.detail], scopes };
  const owned = others.filter(({ kind }) => kind === "ownership").flatMap(({ proves }) => proves);
  if (owned.length === 0) return undefined;
  const proves =
    guard.kind === "role" ? owned : guard.proves.filter((one) => owned.some((two) => isSamePart(one, two)));
  return proves.length === 0 ? undefined : { ...guard, kind: "ownership", scopes, proves };
}

/** What is proven where the test has this outcome. */
function provenWhere(test: Term, outcome: boolean, branch: Branch, read: ReadCheck): readonly Guard[] {
  if (test.kind === "choice")
    return onEach(
      test.options.filter((option) => truth(option) !== !outcome),
      (option) => provenWhere(option, outcome, branch, read),
    );
  if (test.kind === "operation") {
    const [first, ...rest] = test.parts;
    if (test.operator === "!" && first) return provenWhere(first, !outcome, branch, read);
    if (test.operator === "&&" && !outcome) return onEach(test.parts, (part) => provenWhere(part, false, branch, read));
    if (test.operator === "&&" || (test.operator === "||" && outcome))
      return test.parts.flatMap((part) => provenWhere(part, outcome, branch, read));
    if (test.operator === "||") return test.parts.flatMap((part) => provenWhere(part, false, branch, read));
    if (test.operator === "?:")
      return onEach(
        rest.filter((part) => truth(part) !== !outcome),
        (part) => provenWhere(part, outcome, branch, read),
      );
    if (test.operator === "===" && !outcome) return [];
    if (test.operator === "!==") {
      if (outcome) return [];
    } else if (!outcome) return [];
  } else if (!outcome) return [];
  const stop = { how: "respond", status: 403, value: undefined, place: branch.place } as const;
  return read({
    kind: "check",
    order: 0,
    place: branch.place,
    scopes: [],
    stack: [],
    test,
    stopsWhen: test.kind === "operation" && test.operator === "!==",
    stop,
  });
}

/** Whichever of the ways was taken, it proved something; nothing where one of them proves nothing. */
function onEach(terms: readonly Term[], read: (term: Term) => readonly Guard[]): readonly Guard[] {
  const found = terms.map(read);
  return found.some((guards) => guards.length === 0) ? [] : found.flat();
}

/** Rows that a check compares with an id which an earlier guard has proven, and refuses where they differ. */
export function ownedByComparison(
  path: Path,
  guards: readonly Guard[],
  view: IdentityView,
  make: (check: CheckEvent, proves: readonly Term[]) => Guard,
): readonly Guard[] {
  const owned = guards.filter(({ kind, proves }) => kind === "ownership" && proves.length > 0);
  const found: Guard[] = [];
  for (const event of path.events) {
    if (event.kind !== "check" || owned.length === 0) continue;
    const row = event.stop.how === "return" ? undefined : comparedRow(event, owned, view);
    if (!row) continue;
    const guard = make(event, rowsAndIds(row, path));
    found.push(guard);
    owned.push(guard);
  }
  return found;
}

/** The side of a comparison that is of a stored row, where the other side is proven. */
function comparedRow(check: CheckEvent, owned: readonly Guard[], view: IdentityView): Term | undefined {
  const ties = partsOfTest(check.test).ties.filter(({ operator }) => operator === (check.stopsWhen ? "!==" : "==="));
  if (ties.length === 0) return undefined;
  const ahead = owned.filter(
    ({ order, scopes }) => order < check.order && scopes.every((id) => check.scopes.some((scope) => scope.id === id)),
  );
  if (ahead.length === 0) return undefined;
  const isProven = (term: Term): boolean =>
    term.kind === "input" && ahead.some(({ proves }) => proves.some((one) => isSamePart(one, term)));
  for (const { parts } of ties) {
    const [left, right] = parts;
    if (!left || !right) continue;
    if (isProven(left) && isField(right, view)) return right;
    if (isProven(right) && isField(left, view)) return left;
  }
  return undefined;
}

/** A column of a row that was looked up. */
function isField(term: Term, view: IdentityView): boolean {
  return (term.kind === "member" || term.kind === "external") && view.isStored(term);
}

/** The row that the column is of, and the ids of the request by which it was found. */
function rowsAndIds(column: Term, path: Path): readonly Term[] {
  const within = termsWithin(column);
  const rows = path.events.filter((event) => event.kind === "effect" && within.has(event.result));
  const ids = [...within].filter((part) => part.kind === "input");
  return [...rows.flatMap((event) => (event.kind === "effect" ? [event.result] : [])), ...ids, ...partsOf(column)];
}
