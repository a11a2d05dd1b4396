/** Whether a test asks for a value to be there, or to be missing. */
import type { Term } from "../../model/term.ts";
import { containsTerm, partsOf } from "./terms.ts";
import { truth } from "./truth.ts";

type Presence = "present" | "absent";

/** What a test asks of a value: whether it is there, whether it is missing; both where it asks several things. */
export function presenceOf(test: Term, value: Term): readonly Presence[] {
  return presenceWhere(test, (part) => isValue(part, value) || isCountOf(part, value), value);
}

/** The value, or nothing in its place: `cached ? await find(id) : null`. */
function isValue(part: Term, value: Term): boolean {
  if (part === value) return true;
  // Supabase answers `{ data, error }`.
  if (part.kind === "external" && part.base === value && part.path.at(-1) === "data") return true;
  // The same row, with fewer columns or with what it points to.
  if (part.kind === "external" && part.base && REFINES.test(part.path.at(-1) ?? "")) return isValue(part.base, value);
  return (
    part.kind === "choice" &&
    part.options.includes(value) &&
    part.options.every((option) => option === value || truth(option) === false)
  );
}

/** What Mongoose and query builders add to a look-up: `User.findById(id).select("-password").lean()`. */
const REFINES = /^(?:select|lean|populate|exec|session|sort|hint|read|maxTimeMS|collation)\(\)$/;

function isCountOf(part: Term, value: Term): boolean {
  const rows = isCount(part) ? rowsOf(partsOf(part)[0]) : undefined;
  return rows !== undefined && isValue(rows, value);
}

/** `result.raw` of `result.raw.length`: where a driver's answer has its rows. */
function rowsOf(term: Term | undefined): Term | undefined {
  const name = term?.kind === "member" ? term.name : term?.kind === "external" ? term.path.at(-1) : undefined;
  return name !== undefined && /^(?:raw|rows|records|identifiers|generatedMaps|meta)$/.test(name)
    ? partsOf(term as Term)[0]
    : term;
}

/** `is` tells the terms whose presence is asked for. Each answer is given once. */
export function presenceWhere(test: Term, is: (part: Term) => boolean, within?: Term): readonly Presence[] {
  return asked(test, { is, within, known: new Map() });
}

interface Question {
  readonly is: (part: Term) => boolean;
  readonly within: Term | undefined;
  /** One thing may stand in a test on more ways than anybody could go: each part is asked once. */
  readonly known: Map<Term, readonly Presence[]>;
}

function asked(test: Term, question: Question): readonly Presence[] {
  if (test.kind !== "operation" && question.is(test)) return ["present"];
  // `let may = false; if (caller) may = (await count(…)) > 0`
  const [only, ...others] = test.kind === "choice" ? test.options.filter((option) => truth(option) !== false) : [];
  if (only && others.length === 0) return asked(only, question);
  if (test.kind !== "operation") return [];
  let answer = question.known.get(test);
  if (!answer) {
    answer = askedByParts(test, question);
    if (answer.length > 1) answer = [...new Set(answer)];
    question.known.set(test, answer);
  }
  return answer;
}

function askedByParts(test: Term & { readonly kind: "operation" }, question: Question): readonly Presence[] {
  const { is, within } = question;
  const [left, right] = test.parts;
  if (!left) return [];
  if (test.operator === "!") return asked(left, question).map(opposite);
  if (test.operator === "&&" && isLimit(test.parts)) return [];
  if (test.operator === "||" || test.operator === "&&" || test.operator === "??")
    return test.parts.flatMap((part) => asked(part, question));
  if (test.operator === "?:") return chosenPresence(test.parts, question);
  const about = test.parts.some(
    (part) => is(part) || (within !== undefined && isCount(part) && containsTerm(part, within)),
  );
  if (!about || !right) return [];
  const presence = comparedPresence(test.operator, test.parts);
  if (presence === undefined) return [];
  const isMissing = test.parts.some((part) => part.kind === "operation" && part.operator === "!" && is(part));
  return [isMissing ? opposite(presence) : presence];
}

/** A flag that a test has set (`error = caller ? undefined : refuse`) asks what the test asks. */
function chosenPresence([test, yes, no]: readonly Term[], question: Question): readonly Presence[] {
  if (!test || !yes || !no) return [];
  const whenYes = truth(yes);
  const whenNo = truth(no);
  if (whenYes === undefined && whenNo === undefined) return asked(yes, question);
  const tested = asked(test, question);
  const own = whenYes === true || whenNo === false ? tested : tested.map(opposite);
  const rest = [...(whenYes === undefined ? [yes] : []), ...(whenNo === undefined ? [no] : [])];
  return whenYes === whenNo ? [] : [...own, ...rest.flatMap((part) => asked(part, question))];
}

/**
 * `x === null` asks whether it is missing, `x.count === 1` and `x.count > 0` whether it is there; `rows.length >= 5` asks
 * whether there is room for more.
 */
function comparedPresence(operator: string, [left, right]: readonly Term[]): Presence | undefined {
  const withNothing = [left, right].some((part) => part !== undefined && isNothing(part));
  const counted = numberIn(right) !== undefined;
  if (operator === "===") return withNothing ? "absent" : counted ? "present" : undefined;
  if (operator === "!==") return withNothing ? "present" : counted ? "absent" : undefined;
  if (!/^[<>]=?$/.test(operator)) return undefined;
  const flipped = left?.kind === "literal" && right?.kind !== "literal";
  const bound = numberIn(flipped ? left : right);
  const more = operator.startsWith(">") !== flipped;
  // The number of rows from which on it holds, or up to which it does not: `await tickets.getCount() >= limit`.
  const first = bound === undefined ? undefined : operator.endsWith("=") === more ? bound : bound + 1;
  if (first !== 1 && first !== 0) return undefined;
  return more ? "present" : operator.endsWith("=") ? undefined : "absent";
}

/** `rows.length >= limit`: how many there are, not whether there are any. */
export function asksHowMany(test: Term): boolean {
  if (test.kind !== "operation" || !/^[<>]=?$/.test(test.operator)) return false;
  return test.parts.some(isCount) && comparedPresence(test.operator, test.parts) === undefined;
}

/** `row && row.count >= 5`: whether the row of the count is there says nothing more. */
function isLimit([row, test, ...rest]: readonly Term[]): boolean {
  if (!row || test?.kind !== "operation" || rest.length > 0 || !asksHowMany(test)) return false;
  return test.parts.some((part) => isCount(part) && containsTerm(part, row));
}

function numberIn(term: Term | undefined): number | undefined {
  return term?.kind === "literal" && typeof term.value === "number" ? term.value : undefined;
}

function isNothing(term: Term): boolean {
  if (term.kind === "undefined") return true;
  return (
    term.kind === "literal" &&
    (term.value === null || term.value === 0 || term.value === -1 || term.value === false || term.value === "")
  );
}

function opposite(presence: Presence): Presence {
  return presence === "present" ? "absent" : "present";
}

/** How many rows a statement found or changed, or what identifies the row. */
export function isCount(term: Term): boolean {
  const name = term.kind === "member" ? term.name : term.kind === "external" ? (term.path.at(-1) ?? "") : "";
  return /^(?:count(?:Documents|By)?\(\)|length|count|size|rowCount|affectedRows|affected|changes|modifiedCount|matchedCount|deletedCount|rowsAffected|numDeletedRows|numAffectedRows|upsertedCount|insertedId|numUpdatedRows|id|_id|rows|0)$/.test(
    name,
  );
}
