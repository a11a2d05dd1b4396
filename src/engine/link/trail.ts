/**
 * Lays the steps of a chain of handlers out flat: the path of one entry point, event by event.
 *
 * Middleware counts by what must have held when it called on: conditions that guard every way to `next()`.
 */
import type { Handler, HandlerShape } from "../frameworks/define-framework.ts";
import type { CallSite, OpaqueEvent, Path, PathEvent, Scope, Stop } from "../model/path.ts";
import type { Term } from "../model/term.ts";
import { callFunction } from "./call-function.ts";
import { createCallView } from "./call-view.ts";
import { withConditions } from "./changed-rows.ts";
import { isGivenInput } from "./idle-calls.ts";
import { factsOf, type Linker } from "./linker.ts";
import { alternatives } from "./members.ts";
import { asksRoute, routeFor } from "./route.ts";
import type { Block, Frame, Step } from "./steps.ts";
import { blocksIn, containsPass, isSilent, stopOf } from "./stops.ts";
import { parametersOf } from "./term-view.ts";
import { someTerm } from "./terms.ts";
import { unwrapped } from "./unwrapped.ts";
import { passingBlock, verdictBlock } from "./verdict.ts";
import { keepWhatHolds, type Pass } from "./what-holds.ts";

/** Calls that cannot be read are counted apart: they must not crowd out what can. */
const MAXIMUM_EVENTS = 4000;
/** One place in the code gives so many of them at most: a logger runs the same few lines for every message. */
const MAXIMUM_REPEATS = 4;
/** Calls entered along one path. */
const MAXIMUM_CALLS = 50_000;

export interface Trail extends Path {
  /** Environment variables read in handlers. */
  readonly config: readonly string[];
  /** Something ahead of the handler was cut. */
  readonly chainIncomplete: boolean;
  /** Something ahead of the handler asks for the address or the method. */
  readonly asksRoute: boolean;
}

/** Where the entry point answers. */
export interface Address {
  readonly method: string;
  readonly path: string;
}

/** What the block being laid out is to the entry point. */
type Level = "handler" | "middleware" | "callee";

export interface TrailBuilder {
  readonly linker: Linker;
  readonly metadata: Linker["metadata"];
  readonly at: Address | undefined;
  /** What middleware left in the context: `next({ ctx: { user } })`. */
  context: Term | undefined;
  events: PathEvent[];
  scopes: Scope[];
  stack: CallSite[];
  passes: Pass[];
  promised: Pass[];
  readonly config: Set<string>;
  nextId: number;
  order: number;
  /** How often each place gave an unreadable call: by file, then by offset. */
  readonly repeats: Map<string, Map<number, number>>;
  readonly counts: { readable: number; unreadable: number; calls: number };
  /** Some way ended in an error that was handed on. */
  refused: boolean;
  incomplete: boolean;
  asksRoute: boolean;
  answer: Term | undefined;
}

export function layTrail(
  linker: Linker,
  handlers: readonly Handler[],
  shape: HandlerShape | undefined,
  framework: string,
  metadata?: Linker["metadata"],
  at?: Address,
): Trail {
  const builder: TrailBuilder = {
    linker,
    metadata,
    at,
    context: undefined,
    events: [],
    scopes: [],
    stack: [],
    passes: [],
    promised: [],
    config: new Set(),
    nextId: 0,
    order: 0,
    repeats: new Map(),
    counts: { readable: 0, unreadable: 0, calls: 0 },
    refused: false,
    incomplete: false,
    asksRoute: false,
    answer: undefined,
  };
  let chainIncomplete = false;
  handlers.forEach((handler, index) => {
    const own = handler.shape ?? shape;
    if (handler.exempts) {
      builder.asksRoute = true;
      if (at && handler.exempts(at.path)) return;
    }
    if (handler.guard) layKnownGuard(builder, handler, handler.guard);
    else if (index === handlers.length - 1) layHandler(builder, handler, own, framework);
    else if (own?.returns === "verdict") layVerdict(builder, handler, own, handler.framework ?? framework);
    else layMiddleware(builder, handler, own, handler.framework ?? framework);
    if (index < handlers.length - 1 && builder.incomplete) chainIncomplete = true;
  });
  return {
    events: withConditions(builder.events),
    ...(builder.answer && { answer: builder.answer }),
    files: new Set(),
    incomplete: builder.incomplete,
    chainIncomplete,
    asksRoute: builder.asksRoute,
    config: [...builder.config],
  };
}

function frameOf(
  builder: TrailBuilder,
  target: Term & { readonly kind: "function" },
  shape: HandlerShape | undefined,
  framework: string,
): Frame {
  const { linker } = builder;
  const args = parametersOf(linker, shape?.parameters ?? [], framework, builder.context);
  const frame = callFunction(linker, target, args);
  if (frame.incomplete) builder.incomplete = true;
  return frame;
}

/** Middleware that asks for the address or the method is run for this route alone. */
function frameOnRoute(
  builder: TrailBuilder,
  handler: Handler,
  target: Term & { readonly kind: "function" },
  shape: HandlerShape | undefined,
  framework: string,
): Frame {
  const { linker, at } = builder;
  const frame = frameOf(builder, target, shape, framework);
  if (!at || !asksRoute(frame.block)) return frame;
  builder.asksRoute = true;
  linker.route = routeFor(linker.terms, at.method, at.path, handler.mount);
  const onRoute = linker.route ? frameOf(builder, target, shape, framework) : frame;
  linker.route = undefined;
  return onRoute;
}

function layHandler(builder: TrailBuilder, handler: Handler, shape: HandlerShape | undefined, framework: string): void {
  const known = functionsOf(builder.linker, handler.term);
  const targets = known.length > 0 ? known : wrappedFunctions(builder.linker, handler.term);
  if (known.length === 0) layUnreadable(builder, handler, targets.length > 0);
  for (const target of targets) {
    if (target.guardedBy) layGuardedBy(builder, target.guardedBy, handler);
    const frame = frameOf(builder, target.function, shape, framework);
    lay(builder, frame.block, "handler");
    if (frame.result.kind !== "undefined" && frame.result.kind !== "input") builder.answer = frame.result;
  }
}

function layGuardedBy(builder: TrailBuilder, wrapper: Term & { readonly kind: "operation" }, handler: Handler): void {
  const [call] = wrapper.parts;
  if (!call) return;
  push(builder, {
    kind: "guard",
    guard: wrapper.operator.slice("guarded ".length),
    call: { text: handler.name, callee: call, arguments: [], place: handler.place },
    result: call,
    place: handler.place,
  });
}

function layKnownGuard(builder: TrailBuilder, handler: Handler, guard: string): void {
  const call = { text: handler.name, callee: handler.term, arguments: [], place: handler.place };
  push(builder, { kind: "guard", guard, call, result: handler.term, place: handler.place });
}

/** A guard that answers yes or no, and may read what decorators left on the handler. */
function layVerdict(builder: TrailBuilder, handler: Handler, shape: HandlerShape, framework: string): void {
  const targets = functionsOf(builder.linker, handler.term);
  if (targets.length === 0) {
    layUnreadable(builder, handler, true);
    return;
  }
  for (const { function: target } of targets) {
    builder.linker.metadata = builder.metadata ?? noMetadata(builder.linker);
    const frame = frameOnRoute(builder, handler, target, shape, framework);
    builder.linker.metadata = undefined;
    builder.stack = [{ place: handler.place, text: handler.name }];
    layWaiting(builder, verdictBlock(builder.linker, frame.block), handler);
    builder.stack = [];
  }
}

function noMetadata(linker: Linker): Linker["metadata"] {
  const empty = linker.terms.object([]);
  return empty.kind === "object" ? empty : undefined;
}

function layMiddleware(
  builder: TrailBuilder,
  handler: Handler,
  shape: HandlerShape | undefined,
  framework: string,
): void {
  const targets = functionsOf(builder.linker, handler.term);
  if (targets.length === 0) {
    layUnreadable(builder, handler, true);
    return;
  }
  for (const { function: target } of targets) {
    const declared =
      factsOf(builder.linker, target.function.file)?.functions[target.function.index]?.parameters.length ?? 0;
    const usual = shape?.parameters.length ?? 0;
    // One parameter more than usual: an error handler. It runs only when something failed.
    if (shape?.parameters.includes("next") && declared > usual) continue;
    const frame = frameOnRoute(builder, handler, target, shape, framework);
    handOn(builder, frame.block, framework);
    builder.stack = [{ place: handler.place, text: handler.name, chain: true }];
    if (shape?.returns === "passes" && (declared < usual || !shape.parameters.includes("next"))) {
      const how = shape.parameters.includes("response") ? "sends" : "returns";
      layWaiting(builder, passingBlock(builder.linker, frame.block, handler.place, how), handler);
      builder.stack = [];
      continue;
    }
    const waits = shape?.parameters.includes("next") === true && declared >= usual;
    if (!waits && !containsPass(frame.block)) {
      lay(builder, frame.block, "handler");
    } else layWaiting(builder, frame.block, handler);
    builder.stack = [];
  }
}

/** Blocks that hand on no context. They are shared by many paths. */
const withoutContext = new WeakSet<Block>();

/** What middleware hands on in the context, on its last way. */
function contextIn(block: Block): Term | undefined {
  if (withoutContext.has(block)) return undefined;
  for (const step of block.steps.toReversed()) {
    if (step.kind === "next" && step.context) return step.context;
    for (const inner of blocksIn(step).toReversed()) {
      const found = contextIn(inner);
      if (found) return found;
    }
  }
  withoutContext.add(block);
  return undefined;
}

function handOn(builder: TrailBuilder, block: Block, framework: string): void {
  const left = contextIn(block);
  if (!left) return;
  const { linker } = builder;
  const before = builder.context ?? parametersOf(linker, ["context"], framework)[0];
  const fields = left.kind === "object" ? left.fields : [{ value: left }];
  builder.context = linker.terms.object(before ? [{ value: before }, ...fields] : fields);
}

/** Middleware that calls on: only what holds at every `next()` counts for what comes later. */
function layWaiting(builder: TrailBuilder, block: Block, handler: Handler): void {
  const outer = { events: builder.events, scopes: builder.scopes, passes: builder.passes };
  builder.events = [];
  builder.passes = [];
  builder.refused = false;
  lay(builder, block, "middleware");
  const inner = builder.events;
  const { passes } = builder;
  builder.events = outer.events;
  builder.scopes = outer.scopes;
  builder.passes = outer.passes;
  if (passes.length === 0) return;
  const ways = keepWhatHolds(builder, inner, passes);
  if (ways) layUnreadable(builder, handler, true, ways);
}

/** A promise: what holds at every `resolve()` holds for what waits for it. */
function layPromise(builder: TrailBuilder, step: Step & { readonly kind: "promise" }): void {
  const outer = { events: builder.events, scopes: builder.scopes, promised: builder.promised };
  builder.events = [];
  builder.promised = [];
  builder.refused = false;
  for (const inner of step.block.steps) layStep(builder, inner, "middleware");
  const inner = builder.events;
  const { promised } = builder;
  builder.events = outer.events;
  builder.scopes = outer.scopes;
  builder.promised = outer.promised;
  if (promised.length === 0) builder.events.push(...inner);
  else keepWhatHolds(builder, inner, promised);
}

/** A link of the chain that is no function of the workspace: a package's middleware, or something unknown. */
function layUnreadable(builder: TrailBuilder, handler: Handler, inChain: boolean, ways?: OpaqueEvent["ways"]): void {
  const { linker } = builder;
  for (const option of alternatives(handler.term)) {
    if (option.kind === "external") {
      const match = linker.adapters.guard(option.package, option.path);
      const definition =
        match &&
        (typeof match.definition === "function"
          ? match.definition(createCallView(linker, option, option.arguments ?? [], 0))
          : match.definition);
      const call = { text: handler.name, callee: option, arguments: option.arguments ?? [], place: handler.place };
      if (definition) {
        push(builder, { kind: "guard", guard: definition.kind, call, result: option, place: handler.place });
        continue;
      }
      const kind = linker.knownMiddleware(option.package);
      if (match || linker.adapters.knows(option.package) || kind === "none") continue;
      if (kind) {
        push(builder, { kind: "guard", guard: kind, call, result: option, place: handler.place });
        continue;
      }
    }
    if (option.kind === "undefined" || option.kind === "literal") continue;
    const call = { text: handler.name, callee: option, arguments: [], place: handler.place };
    push(builder, { kind: "opaque", call, result: option, inChain, ...(ways && { ways }), place: handler.place });
  }
}

function functionsOf(
  linker: Linker,
  given: Term,
): readonly {
  readonly function: Term & { readonly kind: "function" };
  readonly guardedBy?: Term & { readonly kind: "operation" };
}[] {
  const term = unwrapped(linker, given);
  if (term.kind === "operation" && term.operator.startsWith("guarded ") && term.parts[1]) {
    return functionsOf(linker, term.parts[1]).map((found) => ({ function: found.function, guardedBy: term }));
  }
  return alternatives(term).flatMap((one) => {
    const option = unwrapped(linker, one);
    if (option.kind === "function") return [{ function: option }];
    return option !== term && option.kind === "operation" ? functionsOf(linker, option) : [];
  });
}

/** A handler in the wrapper of a package that nobody knows, `traced(handler)`: it runs, behind something unreadable. */
function wrappedFunctions(linker: Linker, term: Term): ReturnType<typeof functionsOf> {
  if (term.kind !== "external" || !term.arguments) return [];
  const found = term.arguments.flatMap((argument) => functionsOf(linker, argument));
  return found.length === 1 ? found : [];
}

type NewEvent = PathEvent extends infer Event
  ? Event extends PathEvent
    ? Omit<Event, "order" | "scopes" | "stack">
    : never
  : never;

function push(builder: TrailBuilder, event: NewEvent): void {
  if (event.kind === "opaque") {
    if (!event.inChain && isRepeated(builder, event)) return;
  }
  const count = event.kind === "opaque" ? "unreadable" : "readable";
  if (builder.counts[count]++ >= MAXIMUM_EVENTS) {
    builder.incomplete = true;
    return;
  }
  builder.events.push({ ...event, order: builder.order++, scopes: builder.scopes, stack: builder.stack } as PathEvent);
}

function isRepeated(builder: TrailBuilder, event: Pick<OpaqueEvent, "call" | "place">): boolean {
  const { file, at } = event.place;
  let ofFile = builder.repeats.get(file);
  if (!ofFile) {
    ofFile = new Map();
    builder.repeats.set(file, ofFile);
  }
  // Those given nothing of the caller must not hide the one that is.
  const key = isGivenInput(event) ? at[0] : -1 - at[0];
  const times = ofFile.get(key) ?? 0;
  ofFile.set(key, times + 1);
  return times >= MAXIMUM_REPEATS;
}

function lay(builder: TrailBuilder, block: Block, level: Level): void {
  const before = builder.scopes;
  for (const step of block.steps) layStep(builder, step, level);
  // Transactions opened by a call of their own may outlive the block; branches left for good do not.
  builder.scopes = before.concat(
    builder.scopes.filter((scope) => scope.kind === "transaction" && !before.includes(scope) && level === "callee"),
  );
}

function inside(builder: TrailBuilder, scope: Scope, block: Block, level: Level): void {
  if (isSilent(block)) return;
  const before = builder.scopes;
  const { events, stack } = builder;
  const from = events.length;
  builder.scopes = [...before, scope];
  for (const step of block.steps) layStep(builder, step, level);
  builder.scopes = before;
  if (block.ends !== "returns" && block.ends !== "throws") return;
  for (let index = from; index < events.length; index++) {
    const event = events[index];
    if (event?.kind === "respond" && event.stack === stack) event.leaves = true;
  }
}

function layStep(builder: TrailBuilder, step: Step, level: Level): void {
  switch (step.kind) {
    case "effect":
      return push(builder, step);
    case "guard":
      return push(builder, {
        kind: "guard",
        guard: step.guard,
        ...(step.how === "returns" && { tells: true }),
        call: step.call,
        result: step.result,
        place: step.place,
      });
    case "opaque":
      if (isHarmless(builder, step.call.callee)) return;
      return push(builder, { kind: "opaque", call: step.call, result: step.result, inChain: false, place: step.place });
    case "respond":
      return push(builder, { kind: "respond", status: step.status, value: step.value, place: step.place });
    case "branch":
      return layBranch(builder, step, level);
    case "switch":
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
        );
      }
      return;
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
      return layTry(builder, step, level);
    case "call":
      return layCall(builder, step);
    case "next":
      if (step.failing) {
        builder.refused = true;
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
    case "throw":
      builder.refused = true;
      return;
    case "return":
    case "jump":
    case "register":
      return;
  }
}

/** What middleware hands a request to that says nothing of callers: routing by language, headers. */
function isHarmless({ linker, stack }: TrailBuilder, callee: Term): boolean {
  return stack[0]?.chain === true && callee.kind === "external" && linker.knownMiddleware(callee.package) === "none";
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

function layTry(builder: TrailBuilder, step: Step & { readonly kind: "try" }, level: Level): void {
  layRefusalOfFailures(builder, step, level);
  const handsOn = step.handler?.steps.some((inner) => inner.kind === "next" && inner.failing) === true;
  const swallows = step.handler?.ends === "falls" && !handsOn;
  const retried = isRetried(builder, step);
  if (swallows || retried) {
    const scope: Scope = {
      kind: "try",
      id: builder.nextId++,
      place: step.place,
      swallows,
      ...(retried && { retried }),
    };
    inside(builder, scope, step.block, level);
  } else for (const inner of step.block.steps) layStep(builder, inner, level);
  if (step.handler) inside(builder, { kind: "catch", id: builder.nextId++, place: step.place }, step.handler, level);
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

function layCall(builder: TrailBuilder, step: Step & { readonly kind: "call" }): void {
  if (isSilent(step.frame.block)) return;
  if (builder.stack.length > 48 || builder.counts.calls++ >= MAXIMUM_CALLS) {
    builder.incomplete = true;
    return;
  }
  const before = builder.stack;
  builder.stack = [...before, { place: step.place, text: step.text }];
  lay(builder, step.frame.block, "callee");
  builder.stack = before;
}

function layBranch(builder: TrailBuilder, step: Step & { readonly kind: "branch" }, level: Level): void {
  const scope = (when: boolean): Scope => ({
    kind: "branch",
    id: builder.nextId++,
    test: step.test,
    when,
    place: step.place,
  });
  const thenStops = step.then.ends !== "falls";
  const otherwiseStops = step.otherwise.ends !== "falls";
  if (thenStops !== otherwiseStops) {
    const [stopping, going] = thenStops ? [step.then, step.otherwise] : [step.otherwise, step.then];
    const stopsWhen = thenStops;
    const stop = stopOf(builder.linker, stopping, step.place);
    inside(builder, scope(stopsWhen), stopping, level);
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
      builder.scopes = [...builder.scopes, scope(!stopsWhen)];
    }
    for (const inner of going.steps) layStep(builder, inner, level);
    return;
  }
  inside(builder, scope(true), step.then, level);
  inside(builder, scope(false), step.otherwise, level);
}
