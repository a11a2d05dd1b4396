/** Runs the top level of a file: registrations happen there, or in functions called from there. */

import type { Statement } from "../../facts/file-facts.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { block } from "./endings.ts";
import { evaluate } from "./evaluate.ts";
import { filledBy } from "./filled-at-top.ts";
import { type Activation, createActivation, factsOf, type Linker } from "./linker.ts";
import { runStatements } from "./run.ts";
import type { Block } from "./steps.ts";
import { indexOf, moduleValue } from "./values.ts";

const EMPTY: Block = { steps: [], ends: "falls" };

export function runModule(linker: Linker, file: string): Block {
  return linker.memo.get(
    `run ${file}`,
    () => run(linker, file),
    () => EMPTY,
  );
}

function run(linker: Linker, file: string): Block {
  const facts = factsOf(linker, file);
  const top = facts?.functions[0];
  if (!facts || !top) return EMPTY;
  const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
  const seen = new Set<number>();
  return block(activation, () => {
    for (const statement of top.body) {
      if (statement.kind === "declare" && statement.value) {
        seen.add(statement.value.at[0]);
        activation.steps.push(...moduleValue(linker, file, statement.value).steps);
      } else if (statement.kind === "expression") {
        if (statement.value.kind === "assign") seen.add(statement.value.value.at[0]);
        evaluate(linker, activation, statement.value);
      } else {
        if (statement.kind === "loop") findAsDeclared(linker, activation, statement);
        runStatements(linker, activation, [statement]);
      }
    }
    for (const found of facts.exports) {
      if (found.value && !seen.has(found.value.at[0]))
        activation.steps.push(...moduleValue(linker, file, found.value).steps);
    }
    return "falls";
  });
}

/** What the loop fills is filled once: elsewhere it is what the loop leaves. */
function findAsDeclared(linker: Linker, activation: Activation, loop: Statement): void {
  for (const binding of filledBy(linker, activation.file, loop)) {
    const declared = indexOf(linker, activation.file)?.declarations.get(binding)?.value;
    if (declared && !activation.locals.has(binding))
      activation.locals.set(binding, moduleValue(linker, activation.file, declared).term);
  }
}
