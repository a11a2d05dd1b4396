/** What a client sent that reaches a place as it was sent: where a text of theirs may become code, a statement or a command. */
import { termsOutside, termsWithin } from "../../link/terms/terms.ts";
import { asksText, makesText } from "../../link/terms/text-methods.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { CheckEvent, OpaqueEvent, PathEvent } from "../../model/path.ts";
import type { InputSource, Term } from "../../model/term.ts";
import type { InputTerm } from "./raw-input.ts";

/** Anybody may write these; headers too. */
const CLIENT: ReadonlySet<InputSource> = new Set([
  "body",
  "query",
  "params",
  "headers",
  "cookies",
  "arguments",
  "message",
]);

/** The input that a text is, or is made of, with nothing done to it on the way; undefined where there is none. */
export function clientText(entry: EntryPoint, term: Term): InputTerm | undefined {
  const tamed = new Set<Term>();
  for (const event of entry.trail.events) if (event.kind === "effect") tamed.add(event.result);
  for (const inner of termsWithin(term)) {
    if (inner.kind === "operation" && !PASSES.has(inner.operator)) tamed.add(inner);
    if (inner.kind === "operation" && inner.operator === "?:" && inner.parts[0])
      tamed.add(choosesByText(inner) ? inner : inner.parts[0]);
    // What was made of several values (a list of what a function gave for each) may be anything.
    if (inner.kind === "result" || inner.kind === "external") tamed.add(inner);
    if (inner.kind === "unknown" && inner.parts.length > 1) tamed.add(inner);
  }
  return [...termsOutside(term, tamed)].find(isClientText);
}

/** `["ASC", "DESC"].includes(order) ? order : "ASC"`, also written as `if (!columns.includes(by)) by = "id"`. */
function choosesByText({ parts: [test, yes, no] }: Term & { readonly kind: "operation" }): boolean {
  const turned = test !== undefined && isTurned(test);
  const kept = turned ? no : yes;
  return (
    kept !== undefined &&
    test !== undefined &&
    [...termsWithin(kept)].some((part) => isClientText(part) && tests(test, part))
  );
}

/** The test is true where the text is not what is asked for: `!columns.includes(by)`, `order !== "ASC"`. */
function isTurned(test: Term): boolean {
  if (test.kind !== "operation") return false;
  if (test.operator === "!") return test.parts[0] !== undefined && !isTurned(test.parts[0]);
  return test.operator === "!==" || test.operator === "!=";
}

/** They give one of their parts as it is. */
const PASSES = new Set(["||", "??", "&&", "?:"]);
/** Methods of a text that change what it holds: the cleaning of names is written so. */
const CHANGES = /^(?:replace|replaceAll|search|test|toFixed|length)$/;

function isClientText(term: Term): term is InputTerm {
  return term.kind === "input" && CLIENT.has(term.source) && term.path.length > 0 && !isChanged(term.path.at(-1) ?? "");
}

function isChanged(name: string): boolean {
  return CHANGES.test(name) || asksText(name);
}

/** A schema read it, a list, a pattern or a parser was asked about it, or a call that nobody could read was given it. */
export function isTamed(entry: EntryPoint, at: PathEvent, input: InputTerm): boolean {
  return (
    entry.trail.events.some((event) => {
      if (event.order >= at.order || event === at) return false;
      if (event.kind === "guard") return event.guard === "validation";
      if (event.kind === "check") return decides(event, input);
      return event.kind === "opaque" && mayTame(event, input);
    }) || at.scopes.some((scope) => (scope.kind === "branch" || scope.kind === "case") && isChosen(scope, input))
  );
}

type Deciding = Extract<PathEvent["scopes"][number], { kind: "branch" | "case" }>;

function isChosen(scope: Deciding, input: InputTerm): boolean {
  return scope.kind === "case" ? termsWithin(scope.on).has(input) : tests(scope.test, input);
}

function decides(event: CheckEvent, input: InputTerm): boolean {
  return tests(event.test, input);
}

/** The test is about what the text holds: that there is one, how long it is, or that it is one, lets everything through. */
function tests(test: Term, input: InputTerm): boolean {
  return !isShallow(test, input) && [...termsWithin(test)].some((part) => concerns(part, input));
}

const SHALLOW = new Set(["!", "&&", "||", "??", ">", "<", ">=", "<=", "typeof"]);

function isShallow(test: Term, input: InputTerm): boolean {
  if (test === input || test.kind === "literal" || test.kind === "undefined") return true;
  if (test.kind === "input") return test.path.at(-1) === "length" || !concerns(test, input);
  if (test.kind !== "operation") return !termsWithin(test).has(input);
  // Which of two ways was taken before is no question about what is left.
  if (test.operator === "?:") return test.parts.slice(1).every((part) => isShallow(part, input));
  if (SHALLOW.has(test.operator)) return test.parts.every((part) => isShallow(part, input));
  const absent = test.parts.some((part) => part.kind === "undefined" || (part.kind === "literal" && !part.value));
  const typed = test.parts.some((part) => part.kind === "operation" && part.operator === "typeof");
  if ((test.operator === "===" || test.operator === "!==") && (absent || typed)) return true;
  return !termsWithin(test).has(input);
}

/** The input or a part of it; methods of a text are parts here. */
function concerns(part: Term, input: InputTerm): boolean {
  return (
    part.kind === "input" &&
    part.source === input.source &&
    input.path.every((name, index) => part.path[index] === name)
  );
}

const REPORTS = /(?:^|\.)(?:log|logger|info|debug|warn|error|trace|track|capture\w*|emit|inspect)$/i;

function mayTame(event: OpaqueEvent, input: InputTerm): boolean {
  if (event.inChain) return true;
  return (
    !REPORTS.test(event.call.text) &&
    event.call.arguments.some((argument) => [...termsWithin(argument)].includes(input))
  );
}

/** As messages name it. */
export function nameOf(input: InputTerm): string {
  const named = input.path.findLast((part) => !makesText(part) && part !== "get" && !/^\d+$/.test(part));
  return named === undefined ? "data" : `"${named}"`;
}
