/** Which texts a function chooses by: the branches of one handler that serves several methods or jobs. */
import type { Term } from "../model/term.ts";
import { callFunction } from "./call-function.ts";
import type { Linker } from "./linker.ts";
import { alternatives } from "./members.ts";
import type { Block, Step } from "./steps.ts";
import { blocksIn } from "./stops.ts";
import { someTerm } from "./terms.ts";
import { unwrapped } from "./unwrapped.ts";

/** Literal texts that `wanted` is compared with on the ways through the function, in the order of the code. */
export function casesOf(linker: Linker, value: Term, args: readonly Term[], wanted: Term): readonly string[] {
  const found = new Set<string>();
  for (const option of functionsIn(linker, value, 0)) {
    if (option.kind === "function") search(callFunction(linker, option, args).block, wanted, found, new Set());
  }
  return [...found];
}

/** The functions behind a handler, guarded ones too. */
function functionsIn(linker: Linker, value: Term, depth: number): readonly Term[] {
  if (depth > 6) return [];
  return alternatives(unwrapped(linker, value)).flatMap((one) => {
    const option = unwrapped(linker, one);
    if (option.kind === "operation" && option.operator.startsWith("guarded ") && option.parts[1])
      return functionsIn(linker, option.parts[1], depth + 1);
    return option.kind === "function" ? [option] : [];
  });
}

function search(block: Block, wanted: Term, found: Set<string>, seen: Set<Block>): void {
  if (seen.has(block)) return;
  seen.add(block);
  for (const step of block.steps) {
    readStep(step, wanted, found);
    for (const inner of blocksIn(step)) search(inner, wanted, found, seen);
  }
}

function readStep(step: Step, wanted: Term, found: Set<string>): void {
  if (step.kind === "switch" && step.on === wanted) {
    for (const branch of step.cases)
      for (const value of branch.value ? alternatives(branch.value) : []) note(value, found);
  }
  if (step.kind === "branch") readTest(step.test, wanted, found);
}

/** `method === "POST"`, `["GET", "HEAD"].includes(method)`, alone or inside a longer condition. */
function readTest(test: Term, wanted: Term, found: Set<string>): void {
  someTerm(test, (part) => {
    if (part.kind !== "operation" || !part.parts.includes(wanted)) return false;
    if (/^[!=]==?$/.test(part.operator)) for (const other of part.parts) note(other, found);
    const [list] = part.parts;
    if (part.operator === "includes" && list?.kind === "array") for (const item of list.items) note(item, found);
    return false;
  });
}

function note(value: Term, found: Set<string>): void {
  if (value.kind === "literal" && typeof value.value === "string") found.add(value.value);
}
