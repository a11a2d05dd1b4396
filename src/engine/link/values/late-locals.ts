/**
 * Values of a function's own variables where only one of its expressions is read: `const db = await connect();
 * collections = db.collections()` tells what `collections` is without the function being run.
 */
import { listsOf } from "../../facts/children.ts";
import type { Expression, Statement } from "../../facts/file-facts.ts";
import { assignPattern } from "../evaluate/assign.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Activation, Linker } from "../evaluate/linker.ts";

/** Binds what the statements ahead of `end` declare or set, those inside branches too. */
export function bindAhead(linker: Linker, activation: Activation, statements: readonly Statement[], end: number): void {
  for (const statement of statements) {
    if (statement.at[0] >= end) return;
    if (statement.kind === "declare" && statement.value && statement.value.at[1] <= end)
      assignPattern(linker, activation, statement.pattern, evaluate(linker, activation, statement.value));
    if (statement.kind === "expression" && statement.at[1] <= end) setAhead(linker, activation, statement.value);
    for (const inner of listsOf(statement)) bindAhead(linker, activation, inner, end);
  }
}

/** `let made; if (given) made = given(); else made = create();`: which of several it is, nobody tells. */
function setAhead(linker: Linker, activation: Activation, expression: Expression): void {
  if (expression.kind !== "assign" || expression.operator !== "=" || expression.target.kind !== "binding") return;
  const { binding } = expression.target;
  if (activation.facts.bindings[binding]?.owner !== activation.functionIndex) return;
  const before = activation.locals.get(binding);
  const value = evaluate(linker, activation, expression.value);
  const isFirst = before === undefined || before.kind === "undefined" || before.kind === "literal";
  activation.locals.set(binding, isFirst ? value : linker.terms.choice([before, value]));
}
