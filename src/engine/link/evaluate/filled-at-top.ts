/**
 * Objects and lists at the top of a module that a loop there fills: `for (const file of files) routes[name] = require(file)`,
 * `modules.forEach((one) => { queries = { ...queries, ...one.queries } })`.
 */
import type { Expression, Statement } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { NOTHING_CAPTURED } from "../terms/terms.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { runStatements } from "./run.ts";
import { indexOf } from "./values.ts";

/** What the loops at the top of the file leave in a binding that was declared so; undefined where none of them sets it. */
export function filledAtTop(linker: Linker, file: string, binding: number, declared: () => Term): Term | undefined {
  const facts = factsOf(linker, file);
  const loops = facts && loopsThatSet(linker, file, binding, facts.functions[0]?.body ?? []);
  if (!facts || !loops || loops.length === 0) return undefined;
  const initial = declared();
  if (initial.kind !== "object" && initial.kind !== "array") return undefined;
  const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
  activation.locals.set(binding, initial);
  activation.filling = [binding];
  runAnew(linker, () => runStatements(linker, activation, loops));
  const filled = activation.locals.get(binding);
  return filled?.kind === initial.kind ? filled : undefined;
}

/** Whoever asks may stand in the very callback that fills it. */
function runAnew(linker: Linker, run: () => void): void {
  const open = [...linker.entered];
  linker.entered.clear();
  try {
    run();
  } finally {
    linker.entered.clear();
    for (const [name, times] of open) linker.entered.set(name, times);
  }
}

function loopsThatSet(
  linker: Linker,
  file: string,
  binding: number,
  statements: readonly Statement[],
): readonly Statement[] {
  const index = indexOf(linker, file);
  const set = [...(index?.assignments.get(binding) ?? []), ...(index?.keyed.get(`#${binding}`) ?? [])];
  if (set.length === 0) return [];
  return statements.filter((statement) => {
    const within = rangeOf(statement);
    return within !== undefined && set.some(({ value }) => within[0] <= value.at[0] && value.at[1] <= within[1]);
  });
}

/** Where a loop, or a call of `forEach`, stands. */
function rangeOf(statement: Statement): Expression["at"] | undefined {
  if (statement.kind === "loop") return statement.at;
  if (statement.kind !== "expression" || statement.value.kind !== "call") return undefined;
  const { callee, at } = statement.value;
  return callee.kind === "member" && callee.name === "forEach" ? at : undefined;
}
