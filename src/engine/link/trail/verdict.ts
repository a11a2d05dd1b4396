/** Reads functions that decide by what they return as middleware, which calls on or does not. */
import type { HandlerShape } from "../../frameworks/define-framework.ts";
import type { Place, Term } from "../../model/term.ts";
import type { Linker } from "../evaluate/linker.ts";
import type { Block, Frame, Step } from "../evaluate/steps.ts";
import { blocksIn } from "../evaluate/stops.ts";
import type { Unawaited } from "../evaluate/unawaited.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { truth } from "../terms/truth.ts";
import { replaceReturns } from "./replace-returns.ts";

/** What it returns decides whether the request goes on: a Nest guard, a rule of GraphQL Shield. */
export function isVerdict(shape: HandlerShape | undefined): boolean {
  return shape?.returns === "verdict" || shape?.returns === "rule";
}

/** A yes or no: `true` goes on, anything else is refused with 403. Of a rule an error, or a text that tells why, is a no. */
export function verdictBlock(linker: Linker, block: Block, returns: HandlerShape["returns"]): Block {
  const saysNo = returns === "rule";
  return replaceReturns(block, (step) => answer(linker, step.value, step.place, { unawaited: step.unawaited, saysNo }));
}

/**
 * A hook: to return without an answer is to go on, as is to come to the end. `sends`: it answers by a call; `answers`:
 * whatever it returns is the answer.
 */
export function passingBlock(linker: Linker, block: Block, place: Place, how: "sends" | "returns" | "answers"): Block {
  const pass: Step = { kind: "next", failing: false, of: "chain", place };
  const read = how === "sends" ? endedByAnswer(inPlace(block)) : inPlace(block);
  const answersBy = (value: Term): boolean => isAnswer(linker, value) || (how === "answers" && WRITTEN.has(value.kind));
  const { steps, ends } = replaceReturns(read, (step) => (answersBy(step.value) ? [step] : [pass, step]));
  return ends === "falls" ? { steps: [...steps, pass], ends } : { steps, ends };
}

/**
 * Once Fastify has sent an answer it runs nothing that comes later, whether the hook returned it or not: an answer in a
 * function that the hook calls never comes back to it.
 * https://fastify.dev/docs/latest/Reference/Hooks/#respond-to-a-request-from-a-hook
 */
function endedByAnswer(block: Block, ends: "returns" | "throws" = "returns", depth = 0): Block {
  const steps: Step[] = [];
  const inner = (one: Block): Block => endedByAnswer(one, ends, depth);
  for (const step of block.steps) {
    if (step.kind === "respond") return { steps: [...steps, step], ends };
    if (step.kind === "branch") steps.push({ ...step, then: inner(step.then), otherwise: inner(step.otherwise) });
    else if (step.kind === "try")
      steps.push({ ...step, block: inner(step.block), handler: step.handler && inner(step.handler) });
    else if (step.kind === "call" && depth < MAXIMUM_CALLS && answers(step.frame.block, depth)) {
      const block = endedByAnswer(step.frame.block, "throws", depth + 1);
      steps.push({ ...step, frame: { ...step.frame, block } });
      // It answers whatever happens: `fail(reply, "expired", 401)`.
      if (block.ends === "throws") return { steps, ends };
    } else if (step.kind === "callback" && isToldAtOnce(step) && answers(step.block, depth))
      steps.push(...endedByAnswer(step.block, "throws", depth).steps);
    else steps.push(step);
  }
  return { steps, ends: block.ends };
}

/**
 * `jwt.verify(token, key, (error, user) => …)`: with a key that is there already it calls back before it returns.
 * https://github.com/auth0/node-jsonwebtoken#jwtverifytoken-secretorpublickey-options-callback
 */
function isToldAtOnce({ from, of }: Step & { readonly kind: "callback" }): boolean {
  return from === "jsonwebtoken" && /(?:^|\.)verify$/.test(of);
}

/** Calls that are followed from a hook to its answer. */
const MAXIMUM_CALLS = 4;

function answers(block: Block, depth: number): boolean {
  return block.steps.some((step) => {
    if (step.kind === "respond") return true;
    if (step.kind === "call") return depth + 1 < MAXIMUM_CALLS && answers(step.frame.block, depth + 1);
    return blocksIn(step).some((inner) => answers(inner, depth));
  });
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

/** What is certainly there. */
const WRITTEN: ReadonlySet<Term["kind"]> = new Set(["literal", "object", "array", "text"]);

/** `reply.send(…)`, `NextResponse.redirect(…)`, `new Response(…)`. */
function isAnswer(linker: Linker, value: Term): boolean {
  if (value.kind === "external") return isAnswerOf(linker, value);
  return value.kind === "input" && value.source === "response" && value.path.length > 0;
}

/** `return new NextResponse("…", { status })`, `return Response.redirect(…)`, Clerk's `return redirectToSignIn()`. */
function isAnswerOf(linker: Linker, value: Term & { readonly kind: "external" }): boolean {
  if (value.package === "global:Response") return true;
  if (/^(?:redirect\w*|new \w*Response)\(\)$/.test(value.path.at(-1) ?? "")) return true;
  return linker.adapters.response(value.package, value.path) !== undefined;
}

/** `new Error("not yours")`, `"Sign in first"` */
function isReason(value: Term): boolean {
  if (value.kind === "literal") return typeof value.value === "string";
  return value.kind === "external" && /^new \w*Error\(\)$/.test(value.path.at(-1) ?? "");
}

function answer(
  linker: Linker,
  value: Term,
  place: Place,
  how: { readonly unawaited?: Unawaited | undefined; readonly saysNo: boolean },
): readonly Step[] {
  const { unawaited, saysNo } = how;
  const pass: readonly Step[] = [{ kind: "next", failing: false, of: "chain", place }];
  const refuse: readonly Step[] = [
    { kind: "respond", status: 403, value: undefined, redirect: false, throws: true, place },
    { kind: "throw", value: linker.terms.unknown([]), place },
  ];
  if (saysNo && isReason(value)) return refuse;
  const known = truth(value);
  if (known !== undefined) return known ? pass : refuse;
  if (value.kind === "operation" && value.operator === "?:") {
    const [test, yes, no] = value.parts;
    if (test && yes && no) {
      const then: Block = { steps: answer(linker, yes, place, { saysNo }), ends: "returns" };
      const otherwise: Block = { steps: answer(linker, no, place, { saysNo }), ends: "returns" };
      return [{ kind: "branch", test, then, otherwise, place }];
    }
  }
  // A redirect in place of a yes; what a package answers otherwise was noted where it was called.
  if (value.kind === "external" && isAnswerOf(linker, value)) return [{ kind: "throw", value, place }];
  // Another service that is shown the credential says yes or no: `this.accounts.authenticate({ token }).pipe(…)`.
  if (value.kind === "external" && !holds(value, HOLDS_CREDENTIAL)) return pass;
  return [
    {
      kind: "branch",
      test: value,
      then: { steps: pass, ends: "falls" },
      otherwise: { steps: refuse, ends: "throws" },
      ...(unawaited && { unawaited }),
      place,
    },
  ];
}
