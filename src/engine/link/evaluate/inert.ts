/**
 * Learns which functions do nothing that matters, such as loggers: many runs with other arguments, and each was quiet
 * (but for calls that cannot be read) and gave nothing back. They are not run again. What was learned goes with the facts of the file.
 */
import type { FileFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_CREDENTIAL, HOLDS_REQUEST, holds } from "../terms/marks.ts";
import { partsOf } from "../terms/terms.ts";
import type { Block, Frame } from "./steps.ts";
import { blocksIn } from "./stops.ts";

/** Quiet runs after which a function counts as inert. */
const ENOUGH = 24;
const NEVER = -1;

const quietRuns = new WeakMap<FileFacts, Map<number, number>>();

/** True where the function may be left out for these arguments: it was given no function to call. */
export function isInert(facts: FileFacts, index: number, args: readonly Term[]): boolean {
  return (quietRuns.get(facts)?.get(index) ?? 0) >= ENOUGH && !args.some(matters);
}

export function learn(facts: FileFacts, index: number, args: readonly Term[], frame: Frame): void {
  if (args.some(matters)) return;
  let runs = quietRuns.get(facts);
  if (!runs) {
    runs = new Map();
    quietRuns.set(facts, runs);
  }
  const before = runs.get(index) ?? 0;
  if (before === NEVER) return;
  const nothing =
    args.length > 0 && frame.result.kind === "undefined" && frame.writes.size === 0 && !frame.changed && !frame.filled;
  runs.set(index, nothing && isHarmless(frame.block) ? before + 1 : NEVER);
}

/** It answers, writes, throws and registers nothing. What it hands to code that cannot be read was not of the caller. */
function isHarmless(block: Block): boolean {
  return block.steps.every((step) => {
    if (step.kind === "return" || step.kind === "jump" || step.kind === "opaque" || step.kind === "config") return true;
    const inside = blocksIn(step);
    return inside.length > 0 && inside.every(isHarmless);
  });
}

/** A function may be called; credentials may be checked by whoever gets them. */
function matters(term: Term): boolean {
  return holds(term, HOLDS_CREDENTIAL | HOLDS_REQUEST) || mayRun(term);
}

/** It may be called, or it is the way on to the next handler. */
function mayRun(term: Term): boolean {
  if (term.kind === "function" || term.kind === "bound" || term.kind === "class") return true;
  if (term.kind === "input") return term.source === "next" || term.source === "response" || term.source === "context";
  if (term.kind !== "choice" && term.kind !== "operation" && term.kind !== "object") return false;
  let answer = known.get(term);
  if (answer === undefined) {
    answer = partsOf(term).some(mayRun);
    known.set(term, answer);
  }
  return answer;
}

/** Whether terms that are made of others may run: one holds another on more ways than anybody could go. */
const known = new WeakMap<Term, boolean>();
