/** What a function returns, told as something else: as the way on, as a refusal. Functions inside keep their returns. */
import type { Block, Step } from "../evaluate/steps.ts";

type ReturnStep = Step & { readonly kind: "return" };

export function replaceReturns(block: Block, replace: (step: ReturnStep) => readonly Step[]): Block {
  return { steps: block.steps.flatMap((step) => replaced(step, replace)), ends: block.ends };
}

function replaced(step: Step, replace: (step: ReturnStep) => readonly Step[]): readonly Step[] {
  const inner = (block: Block): Block => replaceReturns(block, replace);
  switch (step.kind) {
    case "return":
      return replace(step);
    case "branch":
      return [{ ...step, then: inner(step.then), otherwise: inner(step.otherwise) }];
    case "switch":
      return [{ ...step, cases: step.cases.map(({ value, block }) => ({ value, block: inner(block) })) }];
    case "try":
      return [{ ...step, block: inner(step.block), handler: step.handler && inner(step.handler) }];
    case "loop":
      return [{ ...step, block: inner(step.block) }];
    default:
      return [step];
  }
}
