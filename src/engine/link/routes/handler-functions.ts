/** The functions that a handler stands for, and those among them that only errors reach. */
import type { Handler, HandlerShape } from "../../frameworks/define-framework.ts";
import type { Term } from "../../model/term.ts";
import { factsOf, type Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import { unwrapped } from "../values/unwrapped.ts";

type FunctionTerm = Term & { readonly kind: "function" };

/** A function of the workspace, and the package's wrapper that asks ahead of it. */
export interface HandlerFunction {
  readonly function: FunctionTerm;
  readonly guardedBy?: Term & { readonly kind: "operation" };
}

export function functionsOf(linker: Linker, given: Term): readonly HandlerFunction[] {
  const term = unwrapped(linker, given);
  if (term.kind === "operation" && term.operator.startsWith("guarded ") && term.parts[1]) {
    return functionsOf(linker, term.parts[1]).map((found) => ({ function: found.function, guardedBy: term }));
  }
  return alternatives(term).flatMap((one) => {
    const option = unwrapped(linker, one);
    if (option.kind === "function") return [{ function: option }];
    return option !== term && option.kind === "operation" ? functionsOf(linker, option) : [];
  });
}

/** A handler in the wrapper of a package that nobody knows, `traced(handler)`: it runs, behind something unreadable. */
export function wrappedFunctions(linker: Linker, term: Term): readonly HandlerFunction[] {
  if (term.kind !== "external" || !term.arguments) return [];
  const found = term.arguments.flatMap((argument) => functionsOf(linker, argument));
  return found.length === 1 ? found : [];
}

/**
 * One parameter more than usual: it runs only when something failed.
 * https://expressjs.com/en/guide/error-handling.html
 */
export function takesErrors(linker: Linker, target: FunctionTerm, shape: HandlerShape | undefined): boolean {
  return shape?.parameters.includes("next") === true && parameterCount(linker, target) > shape.parameters.length;
}

/** Parameters that the function declares. */
export function parameterCount(linker: Linker, { function: { file, index } }: FunctionTerm): number {
  return factsOf(linker, file)?.functions[index]?.parameters.length ?? 0;
}

/** The chain up to the handler that answers: `app.put(path, mayWrite, save, tellErrors)` ends with `save`. */
export function withoutErrorHandlers(
  linker: Linker,
  handlers: readonly Handler[],
  shape: HandlerShape | undefined,
): readonly Handler[] {
  const end = handlers.findLastIndex((handler) => {
    const targets = functionsOf(linker, handler.term);
    return (
      targets.length === 0 || !targets.every((target) => takesErrors(linker, target.function, handler.shape ?? shape))
    );
  });
  return end < 0 ? handlers : handlers.slice(0, end + 1);
}
