/**
 * A `switch` with a default as the branches that it is: `switch (scheme) { case "Bearer": …; break; default: return refuse(); }`. Of
 * middleware whoever comes behind it came through one of them.
 */
import type { Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Block, Step } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";

/** Undefined where a case falls into the next one, a `break` stands inside, or nothing says what happens otherwise. */
export function asBranches(linker: Linker, step: Step & { readonly kind: "switch" }): Step | undefined {
  const last = step.cases.at(-1);
  const rest = last && last.value === undefined ? left(last.block, true) : undefined;
  if (!rest) return undefined;
  let otherwise: Block = rest;
  for (const { value, block } of step.cases.slice(0, -1).reverse()) {
    const then = left(block, false);
    if (!value || !then) return undefined;
    const test = isOneOf(linker, step.on, value);
    const branch: Step = { kind: "branch", test, then, otherwise, place: step.place };
    otherwise = { steps: [branch], ends: endingOf(then, otherwise) };
  }
  return otherwise.steps.length === 1 && otherwise !== rest ? otherwise.steps[0] : undefined;
}

/** The block without the `break` in which it ends. */
function left({ steps, ends }: Block, isLast: boolean): Block | undefined {
  const breaks = steps.at(-1)?.kind === "jump";
  const own = breaks ? steps.slice(0, -1) : steps;
  if (own.some(jumps) || (ends === "falls" && !isLast)) return undefined;
  return ends === "jumps" ? (breaks ? { steps: own, ends: "falls" } : undefined) : { steps: own, ends };
}

function jumps(step: Step): boolean {
  return step.kind === "jump" || (step.kind !== "loop" && blocksIn(step).some(({ steps }) => steps.some(jumps)));
}

function isOneOf({ terms }: Linker, on: Term, value: Term): Term {
  const labels = value.kind === "choice" ? value.options : [value];
  const tests = labels.map((label) => terms.operation("===", [on, label]));
  return tests.length === 1 && tests[0] ? tests[0] : terms.operation("||", tests);
}

function endingOf(then: Block, otherwise: Block): Block["ends"] {
  if (then.ends === "falls" || otherwise.ends === "falls") return "falls";
  return then.ends === otherwise.ends ? then.ends : "returns";
}
