/**
 * Promises that are tested in place of what they promise: `if (!isAdmin(user)) refuse()` where `isAdmin` is `async`. A
 * promise is always true.
 */
import type { CallExpression, Expression } from "../../facts/file-facts.ts";
import type { Place, Term } from "../../model/term.ts";
import { type Activation, factsOf, type Linker, placeOf } from "./linker.ts";
import { alternatives } from "./members.ts";

export interface Unawaited {
  readonly place: Place;
  /** As written: `isAdmin`. */
  readonly text: string;
  /** The value that the test's part always has. */
  readonly always: boolean;
}

/** Notes a call whose value is a promise. */
export function notePromise(
  linker: Linker,
  activation: Activation,
  call: CallExpression,
  target: Term,
  text: string,
): void {
  const targets = alternatives(target);
  if (targets.length === 0 || !targets.every((option) => givesPromise(linker, option, call))) return;
  activation.promises ??= new Map();
  activation.promises.set(call, text);
}

function givesPromise(linker: Linker, target: Term, call: CallExpression): boolean {
  if (target.kind === "function") {
    const found = factsOf(linker, target.function.file)?.functions[target.function.index];
    if (!found || found.generator) return false;
    return found.async || (found.returnType?.name === "Promise" && found.returnType.binding < 0);
  }
  if (target.kind !== "external" || call.new) return false;
  // With a callback they give nothing to wait for.
  if (
    linker.adapters.looksUp(target.package, target.path.at(-1) ?? "") &&
    !call.arguments.some(({ kind }) => kind === "function")
  )
    return true;
  return linker.adapters.promises(target.package, target.path, call.arguments.length);
}

/** `const allowed = isAdmin(user)`: the variable is the promise. */
export function notePromiseVariable(activation: Activation, binding: number, value: Expression): void {
  const text = value.kind === "call" ? activation.promises?.get(value) : undefined;
  if (text === undefined || value.kind !== "call" || activation.facts.bindings[binding]?.reassigned) return;
  activation.promiseVariables ??= new Map();
  activation.promiseVariables.set(binding, value);
}

/** The promise that a test asks in vain; undefined where there is none. */
export function unawaitedIn(activation: Activation, test: Expression): Unawaited | undefined {
  return activation.promises ? within(activation, test, true) : undefined;
}

/** The same where the value itself is handed on: a promise that stays one may still be waited for. */
export function unawaitedBefore(activation: Activation, value: Expression): Unawaited | undefined {
  const decides = (value.kind === "unary" && value.operator === "!") || madeBoolean(value) !== undefined;
  return decides ? unawaitedIn(activation, value) : undefined;
}

/** `Boolean(value)`. */
function madeBoolean(value: Expression): Expression | undefined {
  if (value.kind !== "call" || value.new || value.arguments.length !== 1) return undefined;
  return value.callee.kind === "name" && value.callee.name === "Boolean" ? value.arguments[0] : undefined;
}

/** The call of a statement whose promise is dropped: nobody hears of what it throws. */
export function isDropped(activation: Activation, statement: Expression): boolean {
  return statement.kind === "call" && activation.promises?.has(statement) === true;
}

function within(activation: Activation, test: Expression, always: boolean): Unawaited | undefined {
  switch (test.kind) {
    case "unary":
      return test.operator === "!" ? within(activation, test.value, !always) : undefined;
    case "logical":
      return within(activation, test.left, always) ?? within(activation, test.right, always);
    case "call":
    case "name": {
      const inner = madeBoolean(test);
      if (inner) return within(activation, inner, always);
      const call = test.kind === "call" ? test : activation.promiseVariables?.get(test.binding);
      const text = call && activation.promises?.get(call);
      return call && text !== undefined ? { place: placeOf(activation, call), text, always } : undefined;
    }
    default:
      return undefined;
  }
}
