/** Reads a function that answers yes or no as middleware: `true` goes on, anything else is refused with 403. */
import type { Place, Term } from "../model/term.ts";
import { truth } from "./evaluate.ts";
import type { Linker } from "./linker.ts";
import type { Block, Step } from "./steps.ts";

export function verdictBlock(linker: Linker, block: Block): Block {
  return { steps: block.steps.flatMap((step) => verdictSteps(linker, step)), ends: block.ends };
}

function verdictSteps(linker: Linker, step: Step): readonly Step[] {
  const inner = (block: Block): Block => verdictBlock(linker, block);
  switch (step.kind) {
    case "return":
      return answer(linker, step.value, step.place);
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

function answer(linker: Linker, value: Term, place: Place): readonly Step[] {
  const pass: readonly Step[] = [{ kind: "next", failing: false, of: "chain", place }];
  const refuse: readonly Step[] = [
    { kind: "respond", status: 403, value: undefined, redirect: false, place },
    { kind: "throw", value: linker.terms.unknown([]), place },
  ];
  const known = truth(value);
  if (known !== undefined) return known ? pass : refuse;
  if (value.kind === "operation" && value.operator === "?:") {
    const [test, yes, no] = value.parts;
    if (test && yes && no) {
      const then: Block = { steps: answer(linker, yes, place), ends: "returns" };
      const otherwise: Block = { steps: answer(linker, no, place), ends: "returns" };
      return [{ kind: "branch", test, then, otherwise, place }];
    }
  }
  // What a package answers was noted where it was called.
  if (value.kind === "external") return pass;
  return [
    {
      kind: "branch",
      test: value,
      then: { steps: pass, ends: "falls" },
      otherwise: { steps: refuse, ends: "throws" },
      place,
    },
  ];
}
