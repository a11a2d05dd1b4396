/**
 * Variables that a round of a loop leaves to the next: `let open = false; for (const line of lines) { if (open) …; open = true }`.
 *
 * The body is run once. What it changes is there from an earlier round too, so that a variable that starts as nothing
 * (`false`, `null`, `""`, `{}`) is not certainly that.
 */
import { childrenOf, listsOf, valuesOf } from "../../facts/children.ts";
import type { Expression, Pattern, Statement } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { Activation, Linker } from "./linker.ts";

type Loop = Statement & { readonly kind: "loop" };

/** Makes the variables that start as nothing and that the body changes either that or unknown. */
export function carryOver(linker: Linker, activation: Activation, loop: Loop): void {
  for (const binding of changedBy(loop)) {
    const value = activation.locals.get(binding);
    if (value && isNothing(value)) activation.locals.set(binding, left(linker, value));
  }
}

function left({ terms }: Linker, value: Term): Term {
  const earlier = terms.unknown([]);
  return value.kind === "object" ? terms.object([{ value: earlier }]) : terms.choice([value, earlier]);
}

function isNothing(value: Term): boolean {
  if (value.kind === "literal") return value.value === false || value.value === null || value.value === "";
  return value.kind === "undefined" || (value.kind === "object" && value.fields.length === 0);
}

const known = new WeakMap<Loop, ReadonlySet<number>>();

/** Bindings that statements of the body assign to, or set an element of; those that functions inside of it set are left out. */
function changedBy(loop: Loop): ReadonlySet<number> {
  let found = known.get(loop);
  if (!found) {
    const all = new Set<number>();
    addStatements(loop.body, all);
    found = all;
    known.set(loop, found);
  }
  return found;
}

function addStatements(statements: readonly Statement[], found: Set<number>): void {
  for (const statement of statements) {
    for (const value of valuesOf(statement)) addExpression(value, found);
    for (const list of listsOf(statement)) addStatements(list, found);
  }
}

function addExpression(expression: Expression, found: Set<number>): void {
  if (expression.kind === "assign") addTarget(expression.target, found);
  for (const child of childrenOf(expression)) addExpression(child, found);
}

function addTarget(target: Pattern, found: Set<number>): void {
  if (target.kind === "binding") found.add(target.binding);
  // `fields[name] = value`
  else if (target.kind === "place" && target.place.kind === "index" && target.place.object.kind === "name")
    found.add(target.place.object.binding);
}
