/**
 * Objects and lists at the top of a module that a loop there fills: `for (const file of files) routes[name] = require(file)`,
 * `modules.forEach((one) => { queries = { ...queries, ...one.queries } })`, `for (const file of files) tables.push({ file })`.
 */
import type { Expression, FileFacts, Statement } from "../../facts/file-facts.ts";
import type { Term, TermField } from "../../model/term.ts";
import { callsNamed, EXPORTS, type FileIndex } from "../files/file-index.ts";
import { NOTHING_CAPTURED, someTerm } from "../terms/terms.ts";
import { evaluate } from "./evaluate.ts";
import { createActivation, factsOf, type Linker } from "./linker.ts";
import { runStatements } from "./run.ts";
import { isUnrolled } from "./unrolled.ts";
import { indexOf, moduleValue } from "./values.ts";

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
  if (filled?.kind === "array" && waysOfSetting(linker, file, binding).added.length > 0)
    return filled !== initial && filled.items.every(isKnown) && goThroughKnown(linker, file, loops)
      ? filled
      : undefined;
  return filled?.kind === initial.kind && !isLookUp(filled) ? filled : undefined;
}

/** What is added for each item of a list that is known, and not for whatever another list holds. */
function isKnown(item: Term): boolean {
  return !someTerm(item, ({ kind }) => kind === "element" || kind === "unknown");
}

function goThroughKnown(linker: Linker, file: string, loops: readonly Statement[]): boolean {
  const facts = factsOf(linker, file);
  return loops.every((loop) => {
    const over = loop.kind === "loop" ? loop.over : listOfCall(loop);
    if (!facts || !over) return false;
    const list = runAnew(linker, () =>
      evaluate(linker, createActivation(file, facts, 0, NOTHING_CAPTURED, undefined), over),
    );
    return list.kind === "array" && isUnrolled(list);
  });
}

/** The list that `forEach` is called on. */
function listOfCall(statement: Statement): Expression | undefined {
  const call = statement.kind === "expression" && statement.value.kind === "call" ? statement.value : undefined;
  return call?.callee.kind === "member" ? call.callee.object : undefined;
}

/** Stands for what the file exports, where bindings have their index, while loops fill it. */
export const OWN_EXPORTS = -1;

/** What the file exports besides what it names: `for (const file of files) module.exports[name] = require(file)`. */
export function filledExports(linker: Linker, file: string): readonly TermField[] {
  const keyed = indexOf(linker, file)?.keyed.get(EXPORTS);
  if (!keyed) return [];
  const fill = (): readonly TermField[] => {
    const facts = factsOf(linker, file);
    const values = keyed.map(({ value }) => value);
    const loops = loopsAround(facts?.functions[0]?.body ?? [], values);
    if (!facts || loops.length === 0) return [];
    const activation = createActivation(file, facts, 0, NOTHING_CAPTURED, undefined);
    activation.locals.set(OWN_EXPORTS, linker.terms.object([]));
    activation.filling = true;
    runAnew(linker, () => runStatements(linker, activation, loops));
    const filled = activation.locals.get(OWN_EXPORTS);
    return filled?.kind === "object" && !isLookUp(filled) ? filled.fields.filter(({ key }) => key !== undefined) : [];
  };
  return linker.memo.get(`filled exports ${file}`, fill, () => []);
}

/** Bindings that the loop fills, which it finds as they were declared. */
export function filledBy(linker: Linker, file: string, loop: Statement): readonly number[] {
  const index = indexOf(linker, file);
  if (!index) return [];
  const set = (binding: number): boolean => loopsThatSet(linker, file, binding, [loop]).length > 0;
  const added = [...pushedTo(factsOf(linker, file)).keys()].filter((binding) => {
    const value = set(binding) ? index.declarations.get(binding)?.value : undefined;
    return value && filledAtTop(linker, file, binding, () => moduleValue(linker, file, value).term) !== undefined;
  });
  return [...new Set([...setAgain(index).filter(set), ...added])];
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
function runAnew<Value>(linker: Linker, run: () => Value): Value {
  const open = [...linker.entered];
  linker.entered.clear();
  try {
    return run();
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
  const { again, keyed, added } = waysOfSetting(linker, file, binding);
  if (again.length + keyed.length + added.length === 0) return [];
  const loops = loopsAround(statements, [...again, ...keyed, ...added]);
  // What else sets it may come before.
  return [...again, ...added].every((one) => loops.some((statement) => isWithin(statement, one))) ? loops : [];
}

interface WaysOfSetting {
  readonly again: readonly Expression[];
  readonly keyed: readonly Expression[];
  /** Of a list that is set in no other way. */
  readonly added: readonly Expression[];
}

function waysOfSetting(linker: Linker, file: string, binding: number): WaysOfSetting {
  const index = indexOf(linker, file);
  const again = (index?.assignments.get(binding) ?? []).map(({ value }) => value);
  const keyed = (index?.keyed.get(`#${binding}`) ?? []).map(({ value }) => value);
  const added = again.length + keyed.length === 0 ? pushedTo(factsOf(linker, file)).get(binding) : undefined;
  return { again, keyed, added: added ?? [] };
}

/** Calls that add to lists at the top of the file, by the list. */
function pushedTo(facts: FileFacts | undefined): ReadonlyMap<number, readonly Expression[]> {
  const known = facts ? knownPushes.get(facts) : NOTHING_PUSHED;
  if (known || !facts) return known ?? NOTHING_PUSHED;
  const found = new Map<number, Expression[]>();
  for (const { call } of ["push", "unshift"].flatMap((name) => callsNamed(facts, name))) {
    const list = call.callee.kind === "member" ? call.callee.object : undefined;
    if (list?.kind !== "name" || facts.bindings[list.binding]?.owner !== 0) continue;
    found.set(list.binding, [...(found.get(list.binding) ?? []), call]);
  }
  knownPushes.set(facts, found);
  return found;
}

const NOTHING_PUSHED: ReadonlyMap<number, readonly Expression[]> = new Map();
const knownPushes = new WeakMap<FileFacts, ReadonlyMap<number, readonly Expression[]>>();

function loopsAround(statements: readonly Statement[], those: readonly Expression[]): readonly Statement[] {
  return statements.filter((statement) => those.some((one) => isWithin(statement, one)));
}

function isWithin(statement: Statement, one: Expression): boolean {
  const within = rangeOf(statement);
  return within !== undefined && within[0] <= one.at[0] && one.at[1] <= within[1];
}

/** Where a loop, or a call of `forEach`, stands. */
function rangeOf(statement: Statement): Expression["at"] | undefined {
  if (statement.kind === "loop") return statement.at;
  if (statement.kind !== "expression" || statement.value.kind !== "call") return undefined;
  const { callee, at } = statement.value;
  return callee.kind === "member" && callee.name === "forEach" ? at : undefined;
}
