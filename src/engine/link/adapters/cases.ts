/** Which texts a function chooses by: the branches of one handler that serves several methods or jobs. */
import type { Term } from "../../model/term.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import type { Block, Step } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import { partsOf } from "../terms/terms.ts";
import { unwrapped } from "../values/unwrapped.ts";

/** Literal texts that `wanted` is compared with on the ways through the function, in the order of the code. */
export function casesOf(linker: Linker, value: Term, args: readonly Term[], wanted: Term): readonly string[] {
  const search: Search = { wanted, found: new Set(), blocks: new Set(), terms: new Set() };
  for (const option of functionsIn(linker, value)) searchBlock(callFunction(linker, option, args).block, search);
  return [...search.found];
}

type FunctionTerm = Term & { readonly kind: "function" };

interface Search {
  readonly wanted: Term;
  readonly found: Set<string>;
  /** Seen before: blocks and terms are shared, and each is looked at once. */
  readonly blocks: Set<Block>;
  readonly terms: Set<Term>;
}

/** The functions behind a handler, guarded ones too. */
export function functionsIn(linker: Linker, value: Term, depth = 0): readonly FunctionTerm[] {
  if (depth > 6) return [];
  return alternatives(unwrapped(linker, value)).flatMap((one) => {
    const option = unwrapped(linker, one);
    if (option.kind === "operation" && option.operator.startsWith("guarded ") && option.parts[1])
      return functionsIn(linker, option.parts[1], depth + 1);
    return option.kind === "function" ? [option] : [];
  });
}

function searchBlock(block: Block, search: Search): void {
  if (search.blocks.has(block)) return;
  search.blocks.add(block);
  for (const step of block.steps) {
    readStep(step, search);
    for (const inner of blocksIn(step)) searchBlock(inner, search);
  }
}

function readStep(step: Step, search: Search): void {
  if (step.kind === "switch") {
    // `handlers[request.method ?? "GET"]` asks for the method.
    const isOnWanted = alternatives(step.on)[0] === search.wanted;
    for (const { value } of step.cases) {
      if (value === undefined) continue;
      if (isOnWanted) for (const one of alternatives(value)) note(one, search.found);
      // `switch (true) { case method === "GET" && path === "/orders": … }`
      else readTest(value, search);
    }
  }
  if (step.kind === "branch") readTest(step.test, search);
}

/** `method === "POST"`, `["GET", "HEAD"].includes(method)`, alone or inside a longer condition. */
function readTest(test: Term, search: Search): void {
  const open = [test];
  for (let part = open.pop(); part; part = open.pop()) {
    if (search.terms.has(part)) continue;
    search.terms.add(part);
    open.push(...partsOf(part));
    if (part.kind !== "operation" || !part.parts.some((one) => alternatives(one)[0] === search.wanted)) continue;
    if (/^[!=]==?$/.test(part.operator)) for (const other of part.parts) note(other, search.found);
    const [list] = part.parts;
    if (part.operator === "includes" && list?.kind === "array") for (const item of list.items) note(item, search.found);
  }
}

function note(value: Term, found: Set<string>): void {
  if (value.kind === "literal" && typeof value.value === "string") found.add(value.value);
}
