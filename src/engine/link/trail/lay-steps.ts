/**
 * Lays steps out flat: each becomes an event that knows the branches, loops and transactions it stands in.
 *
 * A test whose one side leaves for good is a check; what comes later happens with the test's other value.
 */

import type { CheckEvent, GuardEvent, PathEvent, Scope, Stop } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { onceForBlock } from "../evaluate/once-for-block.ts";
import type { Block, Step } from "../evaluate/steps.ts";
import { blocksIn, containsPass, handedOn, isSilent, stopOf, thrown } from "../evaluate/stops.ts";
import { HOLDS_CREDENTIAL, holds } from "../terms/marks.ts";
import { someTerm } from "../terms/terms.ts";
import { answeredStop } from "./answered-by-callee.ts";
import { inChain } from "./chain.ts";
import { answersIn, heldBehind } from "./checked-in-try.ts";
import { comingBack, errorOf } from "./coming-back.ts";
import { asBranches } from "./switch-as-branches.ts";
import { isFull, push, type TrailBuilder } from "./trail-builder.ts";
import { keepWhatHolds } from "./what-holds.ts";

/** Calls entered along one path. */
const MAXIMUM_CALLS = 50_000;

/** What the block being laid out is to the entry point. */
export type Level = "handler" | "middleware" | "callee";

export function lay(builder: TrailBuilder, block: Block, level: Level): void {
  const before = builder.scopes;
  layBlock(builder, block, level, level === "handler");
  // Transactions opened by a call of their own may outlive the block; branches left for good do not.
  builder.scopes = before.concat(
    builder.scopes.filter((scope) => scope.kind === "transaction" && !before.includes(scope) && level === "callee"),
  );
}

/** `ends`: the handler has nothing more to do once the block is done. */
function layBlock(builder: TrailBuilder, { steps, ends: by }: Block, level: Level, ends: boolean): void {
  const isLast = level === "handler" && (ends || by === "returns");
  const from = isLast ? steps.findLastIndex((step) => !isAfterwards(step)) : steps.length;
  steps.forEach((step, index) => layStep(builder, step, level, index >= from));
}

/** What stands behind the last call of a handler: `return create(req, res).catch(next)`. */
function isAfterwards(step: Step): boolean {
  if (step.kind === "next") return step.failing;
  if (step.kind === "callback") return step.block.steps.every(isAfterwards);
  return step.kind === "return" || step.kind === "respond" || step.kind === "config";
}

export function inside(builder: TrailBuilder, scope: Scope, block: Block, level: Level, ends = false): void {
  if (isSilent(block)) return;
  const before = builder.scopes;
  const { events, stack } = builder;
  const from = events.length;
  builder.scopes = [...before, scope];
  layBlock(builder, block, level, ends);
  builder.scopes = before;
  if (block.ends !== "returns" && block.ends !== "throws") return;
  for (let index = from; index < events.length; index++) {
    const event = events[index];
    if (event?.kind === "respond" && event.stack === stack) event.leaves = true;
  }
}

function layStep(builder: TrailBuilder, step: Step, level: Level, ends: boolean): void {
  switch (step.kind) {
    case "effect":
      return push(builder, step);
    case "guard":
      return push(builder, {
        kind: "guard",
        guard: step.guard,
        ...(step.how === "returns" && { tells: true }),
        ...(step.keyed && { keyed: true }),
        call: step.call,
        result: step.result,
        place: step.place,
      });
    case "opaque":
      if (isHarmless(builder, step.call.callee)) return;
      return push(builder, { kind: "opaque", call: step.call, result: step.result, inChain: false, place: step.place });
    case "respond":
      return push(builder, {
        kind: "respond",
        status: step.status,
        value: step.value,
        ...(step.throws && { throws: true }),
        place: step.place,
      });
    case "branch":
      return layBranch(builder, step, level, ends);
    case "switch": {
      const branches = level === "middleware" ? asBranches(builder.linker, step) : undefined;
      if (branches) return layStep(builder, branches, level, ends);
      for (const found of step.cases) {
        inside(
          builder,
          {
            kind: "case",
            id: builder.nextId++,
            on: step.on,
            ...(found.value ? { value: found.value } : {}),
            place: step.place,
          },
          found.block,
          level,
          ends,
        );
      }
      return;
    }
    case "loop":
      return inside(
        builder,
        { kind: "loop", id: builder.nextId++, ...(step.over ? { over: step.over } : {}), place: step.place },
        step.block,
        level,
      );
    case "callback": {
      const scope: Scope = {
        kind: "callback",
        id: builder.nextId++,
        of: step.of,
        ...(step.from && { from: step.from }),
        place: step.place,
      };
      const [only] = step.block.steps;
      if (step.continues && only?.kind === "call") return inside(builder, scope, only.frame.block, level);
      return inside(builder, scope, step.block, "callee");
    }
    case "transaction":
    case "memoised":
      return inside(builder, { kind: step.kind, id: builder.nextId++, place: step.place }, step.block, "callee");
    case "try":
      return layTry(builder, step, level, ends);
    case "call":
      return layCall(builder, step, ends ? level : "callee");
    case "next":
      if (step.failing) {
        noteRefusal(builder, handedOn(builder.linker, step));
        return;
      }
      (step.of === "chain" ? builder.passes : builder.promised).push({
        order: builder.order++,
        scopes: builder.scopes,
      });
      return;
    case "promise":
      return layPromise(builder, step);
    case "boundary":
      if (step.edge === "begin")
        builder.scopes = [...builder.scopes, { kind: "transaction", id: builder.nextId++, place: step.place }];
      else builder.scopes = builder.scopes.filter((scope) => scope.kind !== "transaction");
      return;
    case "config":
      builder.config.add(step.name);
      return;
    case "replacesAnswer":
      builder.replacesAnswer = true;
      return;
    case "throw":
      noteRefusal(builder, thrown(builder.linker, step));
      return;
    case "return":
    case "jump":
    case "register":
    case "attach":
      return;
  }
}

/** An error that is thrown or handed on in answer to another is that failure, and no refusal of its own. */
function noteRefusal(builder: TrailBuilder, stop: Stop): void {
  builder.refused = true;
  if (!builder.scopes.some((scope) => scope.kind === "catch")) builder.errors.push({ ...stop, scopes: builder.scopes });
}

/** What middleware hands a request to that says nothing of callers: routing by language, headers. */
function isHarmless(builder: TrailBuilder, callee: Term): boolean {
  if (!inChain(builder) || callee.kind !== "external") return false;
  return builder.linker.knownMiddleware(callee.package, callee.path) === "none";
}

/** Middleware that answers 401 to whatever fails on the way to `next()`: that is how it asks who is calling. */
function layRefusalOfFailures(builder: TrailBuilder, step: Step & { readonly kind: "try" }, level: Level): void {
  if (level !== "middleware" || !step.handler || !containsPass(step.block) || containsPass(step.handler)) return;
  const { linker } = builder;
  const answer = step.handler.steps.find((inner) => inner.kind === "respond");
  if (answer?.kind !== "respond" || (answer.status !== 401 && answer.status !== 403)) return;
  const stop: Stop = { how: "respond", status: answer.status, value: answer.value, place: answer.place };
  const test = linker.terms.operation("throws", [linker.terms.input("headers", ["authorization"])]);
  push(builder, { kind: "check", test, stopsWhen: true, stop, place: step.place });
}

function layTry(builder: TrailBuilder, step: Step & { readonly kind: "try" }, level: Level, ends: boolean): void {
  layRefusalOfFailures(builder, step, level);
  const handsOn = step.handler?.steps.some((inner) => inner.kind === "next" && inner.failing) === true;
  const goesOn = step.handler?.ends === "falls" || (builder.makesContext && givesNobody(step.handler));
  const swallows = goesOn && !handsOn;
  const retried = isRetried(builder, step);
  if (swallows || retried) {
    const scope: Scope = {
      kind: "try",
      id: builder.nextId++,
      place: step.place,
      swallows,
      ...(retried && { retried }),
    };
    const from = builder.events.length;
    inside(builder, scope, step.block, level, ends);
    if (swallows && step.handler && answersIn(step.handler))
      builder.events.push(...heldBehind(builder.events.splice(from), scope.id));
  } else {
    const from = builder.events.length;
    layBlock(builder, step.block, level, ends);
    if (level === "callee" && step.handler?.ends === "returns" && !handsOn) {
      const inner = builder.events.splice(from);
      builder.events.push(...inner.map((event) => (isThrown(event) ? { ...event, caught: true as const } : event)));
    }
  }
  if (step.handler) inside(builder, { kind: "catch", id: builder.nextId++, place: step.place }, step.handler, level);
}

function isThrown(event: PathEvent): event is CheckEvent {
  return event.kind === "check" && event.stop.how === "throw";
}

/** Who makes a context and fails gives one without a caller: `catch { return {}; }`. */
function givesNobody(handler: Block | undefined): boolean {
  return (
    handler?.ends === "returns" &&
    handler.steps.every((step) => {
      if (step.kind === "opaque" || step.kind === "config") return true;
      return (
        step.kind === "return" && !someTerm(step.value, (part) => part.kind === "external" || part.kind === "result")
      );
    })
  );
}

/** `for (…) { try { return await send(); } catch { await wait(); } }`, unless only a known refusal is tried again. */
function isRetried(builder: TrailBuilder, { block, handler }: Step & { readonly kind: "try" }): boolean {
  const loop = builder.scopes.findLast((scope) => scope.kind === "loop" || scope.kind === "callback");
  if (loop?.kind !== "loop" || loop.over !== undefined || !handler) return false;
  const goesOn = handler.ends === "falls" || handler.ends === "jumps";
  const leaves = block.steps.some((step) => step.kind === "return" || (step.kind === "jump" && step.to === "break"));
  return goesOn && leaves && !handler.steps.some(refusesTheRest);
}

/** `if (error.code !== "P2002") throw error;` */
function refusesTheRest(step: Step): boolean {
  if (step.kind !== "branch" || (step.then.ends !== "throws" && step.otherwise.ends !== "throws")) return false;
  return someTerm(step.test, (part) => part.kind === "literal" && typeof part.value === "string");
}

/** `level`: what the caller does once it is back. */
function layCall(builder: TrailBuilder, step: Step & { readonly kind: "call" }, level: Level): void {
  if (isSilent(step.frame.block)) return;
  if (builder.stack.length > 48 || builder.counts.calls++ >= MAXIMUM_CALLS || isFull(builder)) {
    builder.incomplete = true;
    return;
  }
  const before = builder.stack;
  builder.stack = [...before, { place: step.place, text: step.text }];
  const returning = comingBack(step.frame.block);
  if (step.dropped && mayThrow(step.frame.block) && !containsPass(step.frame.block)) layDropped(builder, step);
  else if (returning && level === "callee") layReturning(builder, step, returning);
  else lay(builder, step.frame.block, level);
  builder.stack = before;
}

const mayThrow = onceForBlock((block) =>
  block.steps.some(
    (step) => step.kind === "throw" || blocksIn(step).some((inner) => inner.ends === "throws" || mayThrow(inner)),
  ),
);

/** What it refuses, it refuses too late: the caller went on. */
function layDropped(builder: TrailBuilder, step: Step & { readonly kind: "call" }): void {
  const from = builder.events.length;
  const depth = builder.scopes.length + 1;
  // What it catches of itself would not stop who waits for it either.
  const isCaught = ({ scopes }: PathEvent) => scopes.slice(depth).some((one) => one.kind === "try" && one.swallows);
  inside(builder, { kind: "try", id: builder.nextId++, place: step.place, swallows: true }, step.frame.block, "callee");
  const unawaited = { text: step.text, place: step.place, dropped: true } as const;
  builder.events.splice(
    from,
    Number.POSITIVE_INFINITY,
    ...builder.events
      .slice(from)
      .map((event) =>
        event.kind === "check" && event.stop.how === "throw" && !isCaught(event) ? { ...event, unawaited } : event,
      ),
  );
}

function layBranch(builder: TrailBuilder, step: Step & { readonly kind: "branch" }, level: Level, ends: boolean): void {
  const scope = (when: boolean): Scope => ({
    kind: "branch",
    id: builder.nextId++,
    test: step.test,
    when,
    place: step.place,
    ...(when && step.nests && { nests: true }),
  });
  const thenStops = step.then.ends !== "falls";
  const otherwiseStops = step.otherwise.ends !== "falls";
  if (thenStops !== otherwiseStops) {
    const [stopping, going] = thenStops ? [step.then, step.otherwise] : [step.otherwise, step.then];
    const stopsWhen = thenStops;
    const left = stopOf(builder.linker, stopping, step.place);
    const stop = left && answeredStop(builder, left, step.test, stopsWhen);
    inside(builder, scope(stopsWhen), stopping, level, ends);
    const reallyStops =
      stopping.ends === "throws" ||
      (stopping.ends === "returns" && level === "handler") ||
      (stopping.ends === "returns" && level === "middleware" && !containsPass(stopping));
    if (reallyStops && stop) {
      const { unawaited } = step;
      push(builder, {
        kind: "check",
        test: step.test,
        stopsWhen,
        stop,
        ...(unawaited && unawaited.always !== stopsWhen && { unawaited }),
        place: step.place,
      });
    } else {
      // It leaves this function only: what comes later in it has the test's other value.
      const refuses = stop?.how === "return" && stop.status !== undefined && stop.status >= 400;
      builder.scopes = [...builder.scopes, { ...scope(!stopsWhen), ...(refuses && { refusal: stop }) }];
    }
    layBlock(builder, going, level, ends);
    return;
  }
  inside(builder, scope(true), step.then, level, ends);
  inside(builder, scope(false), step.otherwise, level, ends);
}

/** A function that ends in an error where it does not return: what holds at every return holds for its caller. */
function layReturning(builder: TrailBuilder, step: Step & { readonly kind: "call" }, block: Block): void {
  const error = errorOf(block);
  const last = error && thrown(builder.linker, error);
  const ways = layWaysOn(builder, block, last);
  if (!ways?.ways?.flat().some(asksCaller)) return;
  const call = { text: step.text, callee: step.frame.target, arguments: [], place: step.place };
  push(builder, { kind: "opaque", call, result: step.frame.result, inChain: false, ...ways, place: step.place });
}

function asksCaller(one: CheckEvent | GuardEvent): boolean {
  return one.kind === "guard" || holds(one.test, HOLDS_CREDENTIAL);
}

/** A promise: what holds at every `resolve()` holds for what waits for it. */
function layPromise(builder: TrailBuilder, { block }: Step & { readonly kind: "promise" }): void {
  layWaysOn(builder, block);
}

function layWaysOn(builder: TrailBuilder, block: Block, last?: Stop): ReturnType<typeof keepWhatHolds> {
  const outer = { events: builder.events, scopes: builder.scopes, promised: builder.promised };
  builder.events = [];
  builder.promised = [];
  builder.refused = false;
  builder.errors = [];
  layBlock(builder, block, "middleware", false);
  const inner = builder.events;
  const { promised } = builder;
  builder.events = outer.events;
  builder.scopes = outer.scopes;
  builder.promised = outer.promised;
  if (promised.length > 0) return keepWhatHolds(builder, inner, promised, last);
  builder.events.push(...inner);
  return undefined;
}
