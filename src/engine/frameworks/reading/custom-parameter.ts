/** What a decorator of a project's own gives a parameter: the function that it was made with is run. */
import type { Term } from "../../model/term.ts";
import type { DecoratorView, ParameterShape, Program } from "../define-framework.ts";

/**
 * `createParamDecorator(function)`, or the same with the function in an option. Where it cannot be read, the parameter is
 * what the server knows of the caller: what a client sent has decorators of the framework.
 */
export function customParameter(
  program: Program,
  decorator: DecoratorView,
  { option, given }: { readonly option?: string; readonly given: (data: ParameterShape) => readonly ParameterShape[] },
): ParameterShape {
  const first = madeWith(decorator.term)[0];
  const factory = option === undefined ? first : program.terms.member(first, option);
  const data = decorator.arguments[0] ?? program.terms.literal(null);
  const value = factory && program.terms.result(factory, given({ term: data }));
  return value && value.kind !== "undefined" ? { term: value } : "identity";
}

/** What the call was given that made the decorator, whether that is the decorator or what gives it. */
function madeWith(decorator: Term): readonly Term[] {
  for (let term: Term | undefined = decorator; term?.kind === "external"; term = term.base) {
    if (term.path.at(-1) === "createParamDecorator()") return term.arguments ?? [];
  }
  return [];
}
