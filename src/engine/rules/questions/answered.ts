/** Whether what an effect found goes out with the answer. */
import { COMPARISONS } from "../../link/terms/comparisons.ts";
import { containsTerm, partsOf } from "../../link/terms/terms.ts";
import type { Effect } from "../../model/effect.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { Term } from "../../model/term.ts";
import { oncePerEntry } from "./once.ts";
import { resultsOf } from "./results.ts";

/** What was found is in some answer; whether it was found at all tells little. What cannot be told counts as in it. */
export function isAnswered(entry: EntryPoint, effect: Effect): boolean {
  return answersOf(entry) === undefined || isCertainlyAnswered(entry, effect);
}

/** Neither an answer that was sent nor what the handler gives back has anything of what was found. */
export function isCertainlyKept(entry: EntryPoint, effect: Effect): boolean {
  const { answer } = entry.trail;
  return !isAnswered(entry, effect) && !(answer && containsTerm(answer, effect.result));
}

/** What was found certainly stands in an answer that is no refusal. */
export function isCertainlyAnswered(entry: EntryPoint, effect: Effect): boolean {
  const shown = shownBy(entry);
  return shown.has(effect.result) || queriesBelow(effect).some((query) => shown.has(query));
}

/**
 * A query that is built by statements is one object, whatever was called on it last: `const query = knex("orders"); if (open)
 * query.where({ open }); return query`. From what names the table on.
 */
function queriesBelow({ result, target }: Effect): readonly Term[] {
  const below: Term[] = [];
  for (let term = result.kind === "external" ? result.base : undefined; term?.kind === "external"; term = term.base) {
    below.push(term);
    if (term.arguments?.some((given) => given.kind === "literal" && given.value === target)) return below;
  }
  return [];
}

/** Names of the parts of a row that stand in answers; undefined where all of it may. */
export function shownParts(entry: EntryPoint, effect: Effect): readonly string[] | undefined {
  const answers = answersOf(entry);
  if (answers === undefined) return undefined;
  const others = resultsOf(entry);
  const found = new Set<string>();
  const seen = new Set<Term>(others);
  return answers.every((answer) => collectParts(answer, effect.result, seen, found)) ? [...found] : undefined;
}

/** False where the row itself is met. */
function collectParts(value: Term, row: Term, seen: Set<Term>, found: Set<string>): boolean {
  if (value === row) return false;
  if (seen.has(value)) return true;
  seen.add(value);
  const isTest = value.kind === "operation" && (value.operator === "!" || COMPARISONS.has(value.operator));
  if (isTest) return true;
  const name = value.kind === "member" ? value.name : value.kind === "external" ? value.path.at(-1) : undefined;
  const of = value.kind === "member" ? value.of : value.kind === "external" ? value.base : undefined;
  if (of !== undefined && name !== undefined && isRowOf(of, row) && !/\(\)$/.test(name) && !TO_THE_ROW.test(name)) {
    found.add(name);
    return true;
  }
  const parts = value.kind === "operation" && value.operator === "?:" ? value.parts.slice(1) : partsOf(value);
  return parts.every((part) => collectParts(part, row, seen, found));
}

/** The row, or one of the rows: `rows[0]`, `rows.find(…)`. */
function isRowOf(term: Term, row: Term): boolean {
  if (term === row) return true;
  if (term.kind === "element") return isRowOf(term.of, row);
  if (term.kind === "external" && TO_THE_ROW.test(term.path.at(-1) ?? "") && term.base) return isRowOf(term.base, row);
  return term.kind === "member" && TO_THE_ROW.test(term.name) && isRowOf(term.of, row);
}

const TO_THE_ROW = /^(?:rows|data|[Ii]tems?|dataValues|0|\[\]|(?:find|findLast|at|filter|slice)\(\))$/;

/** Values that are sent or given back; undefined where one of them is not known. */
const answersOf = oncePerEntry((entry): readonly Term[] | undefined => {
  // What is sent beside what a page renders is where it sends people instead.
  if (entry.kind === "page") return entry.trail.answer ? [entry.trail.answer] : undefined;
  const values = entry.trail.events.flatMap((event) =>
    event.kind === "respond" && (event.status === undefined || event.status < 300) && event.value ? [event.value] : [],
  );
  // A status alone (`res.sendStatus(204)`) shows nothing.
  if (values.length > 0) return values;
  return entry.trail.answer ? [entry.trail.answer] : undefined;
});

/** A yes or no, or a number that was worked out: a price times the seats. */
const COMPUTES: ReadonlySet<string> = new Set(["!", "*", "/", "-", "%", "**", "typeof"]);

/** All that stands in the answers, and of which not only a test stands there. */
const shownBy = oncePerEntry((entry): ReadonlySet<Term> => {
  const others = resultsOf(entry);
  const shown = new Set<Term>();
  const open = [...(answersOf(entry) ?? [])];
  for (let value = open.pop(); value; value = open.pop()) {
    if (shown.has(value)) continue;
    shown.add(value);
    // What it was found by is not shown.
    if (others.has(value)) continue;
    if (value.kind === "operation" && (COMPARISONS.has(value.operator) || COMPUTES.has(value.operator))) continue;
    open.push(...(value.kind === "operation" && value.operator === "?:" ? value.parts.slice(1) : partsOf(value)));
  }
  return shown;
});
