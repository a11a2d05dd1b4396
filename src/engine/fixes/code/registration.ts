/** The call that registers an entry point: `router.post("/orders", requireUser, create)`. */
import type { CallExpression } from "../../facts/file-facts.ts";
import type { EntryPoint } from "../../model/entry-point.ts";
import type { ServiceModel } from "../../model/service-model.ts";
import { type SourceText, sourceText } from "./source-text.ts";
import { callAround, callAt, expressionsIn, holds } from "./visit-facts.ts";

export interface Registration {
  readonly source: SourceText;
  readonly call: CallExpression;
  /** Position of the handler among the arguments: the last. */
  readonly handler: number;
}

export function registrationOf(model: ServiceModel, entryPoint: EntryPoint): Registration | undefined {
  const { file, at } = entryPoint.place;
  const source = sourceText(model, file);
  if (!source) return undefined;
  const call = callAt(source.facts, at) ?? callHolding(source, at) ?? callAround(source.facts, at)?.call;
  if (!call || call.arguments.length === 0 || call.arguments.some((argument) => argument.kind === "spread"))
    return undefined;
  return { source, call, handler: call.arguments.length - 1 };
}

/** Where the place is the callee of the call: `router.post`. */
function callHolding(source: SourceText, at: readonly [number, number]): CallExpression | undefined {
  for (const expression of expressionsIn(source.facts)) {
    if (expression.kind === "call" && holds(expression.callee.at, at)) return expression;
  }
  return undefined;
}
