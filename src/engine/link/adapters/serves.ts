/** Whether a function answers a request with something else than an error: `res.status(405).end()` turns it away. */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import { readStatus } from "../evaluate/call-input.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Block } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { functionsIn } from "./cases.ts";

/** Some way through the function answers, by a call or by giving an object back. */
export function serves(linker: Linker, value: Term, given: readonly Term[]): boolean {
  return functionsIn(linker, value).some((option) => {
    const { block } = callFunction(linker, option, given);
    return answers(block, new Set()) || givesBack(block);
  });
}

/** Blocks are shared: each is looked at once. */
function answers(block: Block, seen: Set<Block>): boolean {
  if (seen.has(block)) return false;
  seen.add(block);
  return block.steps.some((step) => {
    if (step.kind === "respond") return !step.redirect && (step.status ?? 200) < 400;
    // What a failure is answered with says nothing of what is served.
    const inside = step.kind === "try" ? [step.block] : blocksIn(step);
    return inside.some((inner) => answers(inner, seen));
  });
}

/** In its own code: what it calls gives back to it. */
function givesBack(block: Block): boolean {
  return block.steps.some((step) => {
    if (step.kind === "return") return step.value.kind === "object" || isGoodResponse(step.value);
    return step.kind !== "call" && blocksIn(step).some(givesBack);
  });
}

/** `Response.json(orders)`, `new Response(text, { status: 200 })`: what is said of the answer comes second. */
function isGoodResponse(value: Term): boolean {
  if (value.kind !== "external" || value.package !== "global:Response") return false;
  return (readStatus("$1.status", value.arguments ?? []) ?? 200) < 400;
}
