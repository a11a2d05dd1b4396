/** How blocks of steps end: by going on, coming back, throwing or leaving a loop. */
import type { Term } from "../../model/term.ts";
import type { Activation } from "./linker.ts";
import type { Block, Ending, Step } from "./steps.ts";

/** Steps that `run` makes, as a block of their own. */
export function block(activation: Activation, run: () => Ending): Block {
  const outer = activation.steps;
  activation.steps = [];
  const ends = run();
  const made: Block = { steps: activation.steps, ends: endOf(activation.steps, ends) };
  activation.steps = outer;
  return made;
}

/** A call or branch that never comes back ends the block, whatever the statement says. */
export function endOf(steps: readonly Step[], ends: Ending): Ending {
  if (ends !== "falls") return ends;
  for (const step of steps) {
    const ending = endingOf(step);
    if (ending !== "falls") return ending;
  }
  return "falls";
}

export function endingOf(step: Step): Ending {
  switch (step.kind) {
    case "return":
      return "returns";
    case "throw":
      return "throws";
    case "jump":
      return "jumps";
    case "call":
      return step.frame.block.ends === "throws" ? "throws" : "falls";
    case "branch":
      return step.then.ends !== "falls" && step.otherwise.ends !== "falls"
        ? weaker(step.then.ends, step.otherwise.ends)
        : "falls";
    case "transaction":
    case "memoised":
      return step.block.ends === "throws" ? "throws" : "falls";
    case "try":
      if (step.handler === undefined) return step.block.ends;
      return step.block.ends !== "falls" && step.handler.ends !== "falls"
        ? weaker(step.block.ends, step.handler.ends)
        : "falls";
    case "switch":
      return switchEnd(step.cases);
    default:
      return "falls";
  }
}

function switchEnd(cases: readonly { readonly value: Term | undefined; readonly block: Block }[]): Ending {
  if (!cases.some((found) => found.value === undefined)) return "falls";
  return cases.every((found) => found.block.ends === "returns" || found.block.ends === "throws") ? "returns" : "falls";
}

function weaker(a: Ending, b: Ending): Ending {
  return a === b ? a : a === "throws" ? b : b === "throws" ? a : "returns";
}
