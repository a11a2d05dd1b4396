/**
 * Objects and lists at the top of a module that a loop there fills: `for (const file of files) routes[name] = require(file)`,
 * `modules.forEach((one) => { queries = { ...queries, ...one.queries } })`.
 */
import type { Expression, Statement } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import type { FileIndex } from "../files/file-index.ts";
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
  activation.filling = true;
  runAnew(linker, () => runStatements(linker, activation, loops));
  const filled = activation.locals.get(binding);
  return filled?.kind === initial.kind && !isLookUp(filled) ? filled : undefined;
}

/** Bindings that the loop fills, which it finds as they were declared. */
export function filledBy(linker: Linker, file: string, loop: Statement): readonly number[] {
  const index = indexOf(linker, file);
  return index ? setAgain(index).filter((binding) => loopsThatSet(linker, file, binding, [loop]).length > 0) : [];
}

/** Bindings that are set, or filled, after they were declared: few, and every loop of the file asks. */
function setAgain(index: FileIndex): readonly number[] {
  let bindings = knownSetAgain.get(index);
  if (!bindings) {
    bindings = [...index.declarations.keys()].filter(
      (binding) => index.assignments.has(binding) || index.keyed.has(`#${binding}`),
    );
    knownSetAgain.set(index, bindings);
  }
  return bindings;
}

const knownSetAgain = new WeakMap<FileIndex, readonly number[]>();

/** `seen[key] = true`: what such a table does not hold tells as much as what it holds. */
function isLookUp(filled: Term): boolean {
  const values =
    filled.kind === "object" ? filled.fields.map(({ value }) => value) : filled.kind === "array" ? filled.items : [];
  return values.length > 0 && values.every(({ kind }) => kind === "literal" || kind === "unknown");
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
  const again = index?.assignments.get(binding) ?? [];
  const set = [...again, ...(index?.keyed.get(`#${binding}`) ?? [])];
  if (set.length === 0) return [];
  const isWithin = (statement: Statement, { value }: { readonly value: Expression }): boolean => {
    const within = rangeOf(statement);
    return within !== undefined && within[0] <= value.at[0] && value.at[1] <= within[1];
  };
  const loops = statements.filter((statement) => set.some((one) => isWithin(statement, one)));
  // What else sets it may come before.
  return again.every((one) => loops.some((statement) => isWithin(statement, one))) ? loops : [];
}

/** Where a loop, or a call of `forEach`, stands. */
function rangeOf(statement: Statement): Expression["at"] | undefined {
  if (statement.kind === "loop") return statement.at;
  if (statement.kind !== "expression" || statement.value.kind !== "call") return undefined;
  const { callee, at } = statement.value;
  return callee.kind === "member" && callee.name === "forEach" ? at : undefined;
}
