/**
 * Writes that are handed to a transaction as a list: `$transaction([a, b])`.
 *
 * They were noted where they were written down, and belong together: in the list, chosen or replaced on a branch, added in a
 * loop, or made by a function that only hands them back.
 */
import type { Place, Term } from "../../model/term.ts";
import type { Activation } from "./linker.ts";
import type { Block, Step } from "./steps.ts";

/** False where none of the path's writes is in the list. */
export function gatherTransaction(activation: Activation, list: Term, place: Place): boolean {
  const listed: Listed = new Map();
  addListed(list, "itself", listed);
  if (listed.size === 0) return false;
  const inside = activation.steps.filter((step) => isListed(step, listed));
  const outside = activation.steps.filter((step) => !inside.includes(step));
  const rest = outside.map((step) => withListed(step, listed, place));
  if (inside.length === 0 && rest.every((step, index) => step === outside[index])) return false;
  for (const step of inside) if (step.kind === "effect") step.awaited = true;
  activation.steps = rest;
  if (inside.length > 0) activation.steps.push({ kind: "transaction", block: { steps: inside, ends: "falls" }, place });
  return true;
}

/** What may stand in the list: as it is, or as a part of what the list was made from. */
type Listed = Map<Term, "itself" | "part">;

function addListed(term: Term, as: "itself" | "part", listed: Listed): void {
  const inside = (parts: readonly Term[], how: typeof as): void => {
    for (const part of parts) addListed(part, how, listed);
  };
  switch (term.kind) {
    case "external":
    case "result":
      if (as === "itself" || !listed.has(term)) listed.set(term, as);
      break;
    case "array":
      inside(term.items, as);
      break;
    case "choice":
      inside(term.options, as);
      break;
    case "unknown":
      inside(term.parts, "part");
      break;
    case "operation":
      inside(term.operator === "?:" ? term.parts.slice(1) : term.parts, as);
      break;
    case "element":
      addListed(term.of, as, listed);
      break;
  }
}

/** What was waited for has happened before. */
function isListed(step: Step, listed: Listed): boolean {
  if (step.kind === "effect") return !step.awaited && listed.has(step.result);
  return step.kind === "call" && listed.get(step.frame.result) === "itself";
}

/** The step with the writes that stand inside of it, on a branch or in a loop, each as a part of the transaction. */
function withListed(step: Step, listed: Listed, place: Place): Step {
  const inner = (block: Block): Block => {
    const steps = block.steps.map((one) => {
      if (!isListed(one, listed)) return withListed(one, listed, place);
      const waited: Step = one.kind === "effect" ? { ...one, awaited: true } : one;
      return { kind: "transaction", block: { steps: [waited], ends: "falls" }, place } satisfies Step;
    });
    return steps.every((one, index) => one === block.steps[index]) ? block : { ...block, steps };
  };
  switch (step.kind) {
    case "branch": {
      const then = inner(step.then);
      const otherwise = inner(step.otherwise);
      return then === step.then && otherwise === step.otherwise ? step : { ...step, then, otherwise };
    }
    case "loop":
    case "callback": {
      const block = inner(step.block);
      return block === step.block ? step : { ...step, block };
    }
    default:
      return step;
  }
}
