/** Runs statements: a block of code becomes a block of steps. */
import type { Statement } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { isFlag, truth } from "../terms/truth.ts";
import { declaredAs } from "../values/held.ts";
import { assignPattern } from "./assign.ts";
import { noteBuilt } from "./built-in-place.ts";
import { carryOver } from "./carried.ts";
import { noteGoneThrough, onOneWay } from "./changed-rows.ts";
import { block, endingOf, endOf } from "./endings.ts";
import { evaluate, markAwaited } from "./evaluate.ts";
import { filledOnOneWay } from "./filled-on-ways.ts";
import { type Activation, type Linker, placeOf } from "./linker.ts";
import { elementOf } from "./members.ts";
import { replacedUnlessListed } from "./one-of-listed.ts";
import { truthHere } from "./route.ts";
import { statusSet } from "./set-status.ts";
import type { Block, Ending, Step } from "./steps.ts";
import { isDropped, notePromiseVariable, unawaitedBefore, unawaitedIn } from "./unawaited.ts";
import { isUnrolled, listOfMap, MAXIMUM_UNROLLED } from "./unrolled.ts";
import { typedValue } from "./values.ts";

export function runStatements(linker: Linker, activation: Activation, statements: readonly Statement[]): Ending {
  for (const statement of statements) {
    const from = activation.steps.length;
    const ends = runStatement(linker, activation, statement);
    if (ends !== "falls") return ends;
    const implied = endOf(activation.steps.slice(from), "falls");
    if (implied !== "falls") return implied;
  }
  return "falls";
}

function runStatement(linker: Linker, activation: Activation, statement: Statement): Ending {
  switch (statement.kind) {
    case "declare": {
      const value = statement.value
        ? declaredAs(linker, activation, statement.pattern, statement.value)
        : linker.terms.undefined;
      if (
        statement.value ||
        statement.pattern.kind !== "binding" ||
        isPlain(linker, activation, statement.pattern.binding)
      )
        assignPattern(linker, activation, statement.pattern, value);
      if (statement.value && statement.pattern.kind === "binding")
        notePromiseVariable(activation, statement.pattern.binding, statement.value);
      return "falls";
    }
    case "expression":
      noteBuilt(linker, activation, statement.value, evaluate(linker, activation, statement.value));
      if (isDropped(activation, statement.value)) dropLast(activation);
      return "falls";
    case "return": {
      const from = activation.steps.length;
      const value = statement.value ? evaluate(linker, activation, statement.value) : linker.terms.undefined;
      markAwaited(activation, from);
      // `return fail(…)` where fail always throws, `return reject(…)`.
      if (endOf(activation.steps.slice(from), "falls") === "throws") return "throws";
      const unawaited = statement.value && unawaitedBefore(activation, statement.value);
      activation.steps.push({
        kind: "return",
        value,
        ...(unawaited && { unawaited }),
        status: statusSet(activation),
        place: placeOf(activation, statement),
      });
      return "returns";
    }
    case "throw": {
      const value = evaluate(linker, activation, statement.value);
      // An error of a class that cannot be read is made to be thrown here: whether it refuses is no question.
      const made = activation.steps.at(-1);
      if (made?.kind === "opaque" && made.result === value) activation.steps.pop();
      const status = statusSet(activation);
      activation.steps.push({ kind: "throw", value, status, place: placeOf(activation, statement) });
      return "throws";
    }
    case "jump":
      activation.steps.push({ kind: "jump", to: statement.to, place: placeOf(activation, statement) });
      return "jumps";
    case "if":
      return runIf(linker, activation, statement);
    case "loop":
      return runLoop(linker, activation, statement);
    case "switch":
      return runSwitch(linker, activation, statement);
    case "try":
      return runTry(linker, activation, statement);
    case "class":
      return "falls";
  }
}

/** The call that a statement consists of was laid last. */
function dropLast(activation: Activation): void {
  const last = activation.steps.at(-1);
  if (last?.kind === "call") activation.steps[activation.steps.length - 1] = { ...last, dropped: true };
}

/** `let error;` in a function is nothing until it is set. One of a known type, or of the file, may be set by others. */
function isPlain(linker: Linker, activation: Activation, binding: number): boolean {
  if (activation.functionIndex === 0 || activation.locals.has(binding)) return false;
  const type = activation.facts.bindings[binding]?.type;
  return !type || typedValue(linker, activation.file, type) === undefined;
}

function runIf(linker: Linker, activation: Activation, statement: Statement & { readonly kind: "if" }): Ending {
  const test = evaluate(linker, activation, statement.test);
  const unawaited = unawaitedIn(activation, statement.test);
  const known = unawaited || asksInVain(linker, test, statement) ? undefined : truthHere(linker, test);
  if (known !== undefined) return runStatements(linker, activation, known ? statement.then : statement.otherwise);
  const before = activation.locals;
  activation.locals = new Map(before);
  activation.conditions ??= [];
  activation.conditions.push(test);
  const then = onOneWay(activation, () => block(activation, () => runStatements(linker, activation, statement.then)));
  activation.conditions.pop();
  const afterThen = activation.locals;
  activation.locals = new Map(before);
  const otherwise = onOneWay(activation, () =>
    block(activation, () => runStatements(linker, activation, statement.otherwise)),
  );
  if (then.ends === "falls" && otherwise.ends === "falls")
    activation.locals = withOuterFlags(linker, activation, {
      afterThen,
      merged: mergeLocals(linker, afterThen, activation.locals, test),
      afterElse: activation.locals,
      test,
    });
  else if (then.ends === "falls") activation.locals = afterThen;
  const place = placeOf(activation, statement.test);
  const nests = isTestAlone(statement) && ({ nests: true } as const);
  const step: Step = { kind: "branch", test, then, otherwise, ...(unawaited && { unawaited }), ...nests, place };
  activation.steps.push(step);
  return endingOf(step);
}

/** `if (!user || user.role !== "admin") { if (!user) return refuse(); }` */
function isTestAlone({ then, otherwise }: Statement & { readonly kind: "if" }): boolean {
  const [only] = then;
  return then.length === 1 && only?.kind === "if" && only.otherwise.length === 0 && otherwise.length === 0;
}

/**
 * `if (!verdict) return refuse()` where the verdict is an object: what is never run is kept, for it was meant to be.
 * What a decorator left on this handler is no verdict: other handlers have none.
 */
function asksInVain(
  { metadata }: Linker,
  test: Term,
  { then, otherwise }: Statement & { readonly kind: "if" },
): boolean {
  const verdict = test.kind === "operation" && test.operator === "!" ? test.parts[0] : undefined;
  if (verdict?.kind !== "object" || metadata?.fields.some(({ value }) => value === verdict)) return false;
  const last = then.at(-1)?.kind;
  return otherwise.length === 0 && (last === "return" || last === "throw");
}

/** Variables after two ways that meet again. A flag (`let allowed = false; if (isAdmin) allowed = true;`) keeps the test that set it. */
export function mergeLocals(
  linker: Linker,
  a: ReadonlyMap<number, Term>,
  b: ReadonlyMap<number, Term>,
  test?: Term,
): Map<number, Term> {
  const merged = new Map(a);
  for (const [binding, value] of b) {
    const other = a.get(binding);
    if (other === value) continue;
    if (!other) merged.set(binding, value);
    else if (test && tellsApart(other, value)) merged.set(binding, linker.terms.operation("?:", [test, other, value]));
    else
      merged.set(
        binding,
        filledOnOneWay(linker, other, value, test) ??
          replacedUnlessListed(linker, other, value, test) ??
          linker.terms.choice([other, value]),
      );
  }
  return merged;
}

/** A flag of the function around it that is set on one of the two ways: `if (roles.includes(one)) allowed = true`. */
function withOuterFlags(
  linker: Linker,
  { captured, writes }: Activation,
  ways: {
    readonly afterThen: ReadonlyMap<number, Term>;
    readonly afterElse: ReadonlyMap<number, Term>;
    readonly merged: Map<number, Term>;
    readonly test: Term;
  },
): Map<number, Term> {
  for (const binding of writes.keys()) {
    const outer = captured.get(binding);
    const then = ways.afterThen.get(binding) ?? outer;
    const otherwise = ways.afterElse.get(binding) ?? outer;
    if (!then || !otherwise || then === otherwise || !isFlag(then) || !isFlag(otherwise)) continue;
    const flag = linker.terms.operation("?:", [ways.test, then, otherwise]);
    ways.merged.set(binding, flag);
    writes.set(binding, flag);
  }
  return ways.merged;
}

/** Both are certainly true or false, or depend on tests alone, and not both the same. */
function tellsApart(a: Term, b: Term): boolean {
  if (!isDecided(a) || !isDecided(b)) return false;
  const known = truth(a);
  return known === undefined || known !== truth(b);
}

function isDecided(term: Term): boolean {
  if (term.kind === "operation" && term.operator === "?:") return term.parts.slice(1).every(isDecided);
  return truth(term) !== undefined;
}

function runLoop(linker: Linker, activation: Activation, statement: Statement & { readonly kind: "loop" }): Ending {
  const place = placeOf(activation, statement);
  if (runStatements(linker, activation, statement.before) !== "falls") return "returns";
  const over = statement.over ? evaluate(linker, activation, statement.over) : undefined;
  const listed = over && statement.form === "for-of" ? (listOfMap(over) ?? over) : undefined;
  if (listed?.kind === "array" && isUnrolled(listed)) {
    for (const item of listed.items) {
      if (statement.pattern) assignPattern(linker, activation, statement.pattern, item);
      const round = block(activation, () => runStatements(linker, activation, statement.body));
      activation.steps.push(...round.steps.filter((step) => step.kind !== "jump"));
      // What certainly leaves in this round has no further rounds.
      if (round.ends === "returns" || round.ends === "throws") return round.ends;
    }
    return "falls";
  }
  if (over?.kind === "object" && statement.form === "for-in" && over.fields.length <= MAXIMUM_UNROLLED) {
    for (const field of over.fields) {
      if (statement.pattern && field.key !== undefined)
        assignPattern(linker, activation, statement.pattern, linker.terms.literal(field.key));
      const round = block(activation, () => runStatements(linker, activation, statement.body));
      activation.steps.push(...round.steps.filter((step) => step.kind !== "jump"));
    }
    return "falls";
  }
  if (statement.pattern) {
    // Which keys something sent has, its sender says.
    const keys = over?.kind === "input" && statement.form === "for-in" ? linker.terms.operation("keys", [over]) : over;
    assignPattern(
      linker,
      activation,
      statement.pattern,
      keys ? elementOf(linker, keys, undefined) : linker.terms.unknown([]),
    );
  }
  const before = activation.locals;
  activation.locals = new Map(before);
  carryOver(linker, activation, statement);
  const body = block(activation, () => {
    if (statement.test) evaluate(linker, activation, statement.test);
    return runStatements(linker, activation, statement.body);
  });
  activation.locals = mergeLocals(linker, before, activation.locals);
  if (over) noteGoneThrough(activation, over);
  if (body.steps.length > 0) activation.steps.push({ kind: "loop", over, block: body, place });
  return "falls";
}

function runSwitch(linker: Linker, activation: Activation, statement: Statement & { readonly kind: "switch" }): Ending {
  const on = evaluate(linker, activation, statement.on);
  const known = knownBranch(linker, activation, statement, on);
  if (known) return runFrom(linker, activation, known);
  const before = activation.locals;
  const cases: { value: Term | undefined; block: Block }[] = [];
  const after: ReadonlyMap<number, Term>[] = [];
  let waiting: Term[] = [];
  let isDefault = false;
  for (const branch of statement.cases) {
    if (branch.test) waiting.push(evaluate(linker, activation, branch.test));
    else isDefault = true;
    if (branch.body.length === 0) continue;
    activation.locals = new Map(before);
    const made = block(activation, () => runStatements(linker, activation, branch.body));
    if (made.ends === "falls" || made.ends === "jumps") after.push(activation.locals);
    cases.push({ value: isDefault || waiting.length === 0 ? undefined : linker.terms.choice(waiting), block: made });
    waiting = [];
    isDefault = false;
  }
  if (!cases.some((found) => found.value === undefined)) after.push(before);
  activation.locals = new Map(after.length > 0 ? after.reduce((a, b) => mergeLocals(linker, a, b)) : before);
  const step: Step = { kind: "switch", on, cases, place: placeOf(activation, statement.on) };
  activation.steps.push(step);
  return endingOf(step);
}

/** The branches that certainly run, where the value and every label are literal: the one that fits and what it falls into. */
function knownBranch(
  linker: Linker,
  activation: Activation,
  statement: Statement & { readonly kind: "switch" },
  on: Term,
): readonly { readonly body: readonly Statement[] }[] | undefined {
  if (on.kind !== "literal") return undefined;
  const labels = statement.cases.map((branch) => branch.test && evaluate(linker, activation, branch.test));
  if (labels.some((label) => label && label.kind !== "literal")) return undefined;
  const fits = labels.findIndex((label) => label?.kind === "literal" && label.value === on.value);
  const start = fits >= 0 ? fits : labels.indexOf(undefined);
  return start < 0 ? [] : statement.cases.slice(start);
}

function runFrom(
  linker: Linker,
  activation: Activation,
  branches: readonly { readonly body: readonly Statement[] }[],
): Ending {
  for (const branch of branches) {
    const from = activation.steps.length;
    const ends = runStatements(linker, activation, branch.body);
    if (ends === "jumps" && activation.steps.slice(from).some(breaksOut)) {
      // The `break` leaves the switch, which is no step here: nothing around it may take it for its own.
      const last = activation.steps.at(-1);
      if (last?.kind === "jump") activation.steps.pop();
      return "falls";
    }
    if (ends !== "falls") return ends;
  }
  return "falls";
}

function breaksOut(step: Step): boolean {
  if (step.kind === "jump") return step.to === "break";
  if (step.kind === "try") return step.block.steps.some(breaksOut) || step.handler?.steps.some(breaksOut) === true;
  return step.kind === "branch" && (step.then.steps.some(breaksOut) || step.otherwise.steps.some(breaksOut));
}

function runTry(linker: Linker, activation: Activation, statement: Statement & { readonly kind: "try" }): Ending {
  const before = activation.locals;
  activation.locals = new Map(before);
  const body = block(activation, () => runStatements(linker, activation, statement.body));
  const afterBody = activation.locals;
  let handler: Block | undefined;
  if (statement.handler) {
    const { caught, handler: statements } = statement;
    activation.locals = mergeLocals(linker, before, afterBody);
    if (caught) assignPattern(linker, activation, caught, linker.terms.unknown([]));
    handler = block(activation, () => runStatements(linker, activation, statements));
    if (body.ends !== "falls") {
      // Only the handler goes on.
    } else if (handler.ends !== "falls") activation.locals = afterBody;
    else activation.locals = mergeLocals(linker, afterBody, activation.locals);
  }
  const step: Step = { kind: "try", block: body, handler, place: placeOf(activation, statement) };
  if (body.steps.length > 0 || (handler?.steps.length ?? 0) > 0) activation.steps.push(step);
  const last = runStatements(linker, activation, statement.finally);
  return last !== "falls" ? last : endingOf(step);
}
