/**
 * Functions that come back only where they return, and end in an error otherwise:
 * `if (session) return session.userId; throw new Unauthorized()`. What holds at every return holds for the caller.
 */
import type { Block, Step } from "../evaluate/steps.ts";
import { containsPass } from "../evaluate/stops.ts";
import { replaceReturns } from "./replace-returns.ts";

const known = new WeakMap<Block, Block | undefined>();

/** The block with its returns as ways on; undefined where it may also come to its end, or never comes back. */
export function comingBack(block: Block): Block | undefined {
  if (known.has(block)) return known.get(block);
  const ways = block.ends === "returns" && endsInError(block) && !containsPass(block) ? withWaysOn(block) : undefined;
  known.set(block, ways);
  return ways;
}

/** The error that the function ends in. */
export function errorOf({ steps }: Block): (Step & { readonly kind: "throw" }) | undefined {
  const last = steps.at(-1);
  return last?.kind === "throw" ? last : undefined;
}

function endsInError(block: Block): boolean {
  return errorOf(block) !== undefined;
}

function withWaysOn(block: Block): Block {
  return replaceReturns(block, (step) => [
    { kind: "next", failing: false, of: "promise", value: step.value, place: step.place },
    step,
  ]);
}
