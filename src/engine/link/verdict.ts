/** Reads functions that decide by what they return as middleware, which calls on or does not. */
import type { Place, Term } from "../model/term.ts";
import { truth } from "./evaluate.ts";
import type { Linker } from "./linker.ts";
import type { Block, Frame, Step } from "./steps.ts";

/** A yes or no: `true` goes on, anything else is refused with 403. */
export function verdictBlock(linker: Linker, block: Block): Block {
  return replaceReturns(block, (step) => answer(linker, step.value, step.place));
}

/** A hook: to return without an answer is to go on, as is to come to the end. */
export function passingBlock(linker: Linker, block: Block, place: Place): Block {
  const pass: Step = { kind: "next", failing: false, of: "chain", place };
  const { steps, ends } = replaceReturns(ended(inPlace(block)), (step) =>
    isAnswer(linker, step.value) ? [step] : [pass, step],
  );
  return ends === "falls" ? { steps: [...steps, pass], ends } : { steps, ends };
}

/** A hook that has answered lets nothing go on, also without a `return`: `if (!user) reply.unauthorized()`. */
function ended(block: Block): Block {
  const steps = block.steps.map((step): Step => {
    if (step.kind === "branch") return { ...step, then: ended(step.then), otherwise: ended(step.otherwise) };
    if (step.kind === "try") return { ...step, block: ended(step.block), handler: step.handler && ended(step.handler) };
    return step;
  });
  const answers = block.ends === "falls" && steps.some((step) => step.kind === "respond");
  return { steps, ends: answers ? "returns" : block.ends };
}

/** `return refresh(request)`: what the called function does and returns is what this one does and returns. */
function inPlace(block: Block): Block {
  const steps = block.steps.flatMap((step, index): readonly Step[] => {
    const next = block.steps[index + 1];
    if (step.kind === "call" && next?.kind === "return" && isHandedOn(step.frame, next.value))
      return inPlace(step.frame.block).steps;
    const before = block.steps[index - 1];
    if (step.kind === "return" && before?.kind === "call" && isHandedOn(before.frame, step.value)) {
      return before.frame.block.ends === "falls" ? [step] : [];
    }
    if (step.kind === "branch") return [{ ...step, then: inPlace(step.then), otherwise: inPlace(step.otherwise) }];
    if (step.kind === "try")
      return [{ ...step, block: inPlace(step.block), handler: step.handler && inPlace(step.handler) }];
    return [step];
  });
  return { steps, ends: block.ends };
}

function isHandedOn(frame: Frame, value: Term): boolean {
  return frame.result === value && value.kind !== "literal" && value.kind !== "undefined";
}

/** `reply.send(…)`, `NextResponse.redirect(…)`, `new Response(…)`. */
function isAnswer(linker: Linker, value: Term): boolean {
  if (value.kind === "external") return isAnswerOf(linker, value);
  return value.kind === "input" && value.source === "response" && value.path.length > 0;
}

/** `return Response.redirect(…)`, `return NextResponse.redirect(…)`, Clerk's `return redirectToSignIn()`. */
function isAnswerOf(linker: Linker, value: Term & { readonly kind: "external" }): boolean {
  if (value.package === "global:Response" || /^redirect\w*\(\)$/.test(value.path.at(-1) ?? "")) return true;
  return linker.adapters.response(value.package, value.path) !== undefined;
}

type ReturnStep = Step & { readonly kind: "return" };

function replaceReturns(block: Block, replace: (step: ReturnStep) => readonly Step[]): Block {
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
  // A redirect in place of a yes; what a package answers otherwise was noted where it was called.
  if (value.kind === "external" && isAnswerOf(linker, value)) return [{ kind: "throw", value, place }];
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
