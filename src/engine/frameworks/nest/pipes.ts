/** Pipes stand between what was sent and a handler. https://docs.nestjs.com/pipes */
import type { Term } from "../../model/term.ts";
import type { ClassView, MethodView, Program } from "../define-framework.ts";

/** Those of the class, then those of the method. */
export function pipesOn({ terms }: Program, view: ClassView, method: MethodView): readonly Term[] {
  return [...view.decorators, ...method.decorators]
    .filter((decorator) => decorator.name === "UsePipes")
    .flatMap((decorator) => terms.items(terms.array(decorator.arguments)));
}

/** What a pipe of the workspace's own does with a value. */
export function transformOf(program: Program, pipe: Term): Term | undefined {
  if (!program.classOf(pipe)) return undefined;
  const transform = program.terms.member(program.terms.instance(pipe), "transform");
  return transform?.kind === "function" ? transform : undefined;
}
