/**
 * Calls on what a call gave that are about how that is run or how it fails, where the framework that found what runs says
 * so: `sails.helpers.orders.find(id).intercept("notFound", () => "gone")` is the order.
 */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { Deferred } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { type Call, runCallback } from "./call.ts";
import { block } from "./endings.ts";
import { type Activation, type Linker, nameOf, placeOf } from "./linker.ts";
import { alternatives } from "./members.ts";

/** What was called, and how many steps there were before. */
export interface RunDeferred extends Deferred {
  readonly from: number;
}

export function noteDeferred(activation: Activation, call: Call, deferred: Deferred): void {
  activation.deferred ??= new Map();
  activation.deferred.set(call.expression, { ...deferred, from: activation.steps.length });
}

/** What such a call gives: the same again, or perhaps what stands for it where it failed. */
export function calledOnDeferred(
  linker: Linker,
  activation: Activation,
  call: CallExpression,
  object: Term,
  args: readonly Term[],
): Term | undefined {
  const { callee } = call;
  const known =
    callee.kind === "member" && callee.object.kind === "call" ? activation.deferred?.get(callee.object) : undefined;
  if (!known || callee.kind !== "member") return undefined;
  const isTolerant = callee.name === known.tolerates;
  if (!isTolerant && !known.same.includes(callee.name)) return undefined;
  activation.deferred?.set(call, known);
  return isTolerant ? tolerated(linker, activation, call, object, args, known.from) : object;
}

/** `.tolerate("notFound", () => fallback)` goes on with what its function gives, or with nothing. */
function tolerated(
  linker: Linker,
  activation: Activation,
  call: CallExpression,
  object: Term,
  args: readonly Term[],
  from: number,
): Term {
  const place = placeOf(activation, call);
  const steps = activation.steps.splice(from);
  const handle = args.flatMap(alternatives).find((one) => one.kind === "function");
  let instead = linker.terms.undefined;
  const handler = block(activation, () => {
    if (handle?.kind === "function")
      instead = runCallback(linker, activation, handle, [linker.terms.unknown([])], {
        text: nameOf(activation.facts, call.callee),
        place,
      });
    return "falls";
  });
  activation.steps.push({ kind: "try", block: { steps, ends: "falls" }, handler, place });
  return linker.terms.choice([object, instead]);
}
