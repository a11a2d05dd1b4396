/**
 * Lays the steps of a chain of handlers out flat: the path of one entry point, event by event.
 *
 * Middleware counts by what must have held when it called on: conditions that guard every way to `next()`.
 */

import type { Handler, HandlerShape } from "../../frameworks/define-framework.ts";
import type { OpaqueEvent, Path } from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { createCallView } from "../adapters/call-view.ts";
import { isArrow, parametersOf } from "../adapters/term-view.ts";
import { callFunction } from "../evaluate/call-function.ts";
import type { Linker } from "../evaluate/linker.ts";
import { alternatives } from "../evaluate/members.ts";
import {
  type Address,
  asksParameter,
  asksRoute,
  asksWholeAddress,
  type Route,
  routeFor,
  routeOfGuard,
  routeOfHandler,
} from "../evaluate/route.ts";
import type { Block, Frame } from "../evaluate/steps.ts";
import { blocksIn, containsPass } from "../evaluate/stops.ts";
import { functionsOf, parameterCount, takesErrors, wrappedFunctions } from "../routes/handler-functions.ts";
import { packageHandler } from "../routes/package-handler.ts";
import { attachedBy, NOTHING_ATTACHED, requestLeft, withAttached } from "../values/attached.ts";
import { contextMaker, forgetWays } from "../values/context-maker.ts";
import { madeFields } from "../values/contexts.ts";
import { connectionCheck } from "./connection.ts";
import { doneInPassing } from "./done-in-passing.ts";
import { lay } from "./lay-steps.ts";
import { withCreations } from "./made-elsewhere.ts";
import { neededSettings } from "./needed-settings.ts";
import { refusesAnybody } from "./refused-for.ts";
import { withSparedRoutes } from "./spared-routes.ts";
import { withConditions } from "./stored-rows.ts";
import { noMetadata, push, type TrailBuilder } from "./trail-builder.ts";
import { isVerdict, passingBlock, verdictBlock } from "./verdict.ts";
import { keepWhatHolds } from "./what-holds.ts";

type FunctionTerm = Term & { readonly kind: "function" };

export interface Trail extends Path {
  /** Environment variables read in handlers. */
  readonly config: readonly string[];
  /** Something ahead of the handler was cut. */
  readonly chainIncomplete: boolean;
  /** Something ahead of the handler asks for the address or the method. */
  readonly asksRoute: boolean;
  /** A function of the code's own stands in the place of one that answers: `res.json = …`. */
  readonly replacesAnswer: boolean;
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
    makesContext: false,
    attached: NOTHING_ATTACHED,
    asksForRequest: handlers.some((handler) => isVerdict(handler.shape ?? shape)),
    events: [],
    scopes: [],
    stack: [],
    passes: [],
    promised: [],
    config: new Set(),
    nextId: 0,
    order: 0,
    repeats: new Map(),
    sameEffects: new Map(),
    counts: { readable: 0, unreadable: 0, calls: 0 },
    refused: false,
    errors: [],
    incomplete: false,
    asksRoute: false,
    replacesAnswer: false,
    answer: undefined,
  };
  let chainIncomplete = false;
  const maker = contextMaker(linker, handlers, framework);
  if (maker) {
    builder.makesContext = maker.shape?.returns === "context";
    layMiddleware(builder, maker, maker.shape, maker.framework ?? framework);
    if (builder.makesContext) builder.events = [...forgetWays(builder.events, builder.nextId++)];
    builder.makesContext = false;
  }
  handlers.forEach((given, index) => {
    const handler = withSparedRoutes(linker.terms, given);
    const own = handler.shape ?? shape;
    if (handler.exempts) {
      builder.asksRoute = true;
      if (at && handler.exempts(at.path, at.method)) return;
    }
    if (handler.guard) layKnownGuard(builder, handler, handler.guard);
    else if (index === handlers.length - 1) layHandler(builder, handler, own, framework);
    else if (own && isVerdict(own)) layVerdict(builder, handler, own, handler.framework ?? framework);
    else layMiddleware(builder, handler, own, handler.framework ?? framework);
    if (index < handlers.length - 1 && builder.incomplete) chainIncomplete = true;
  });
  return {
    events: withCreations(withConditions(builder.events)),
    ...(builder.answer && { answer: builder.answer }),
    files: new Set(),
    incomplete: builder.incomplete,
    chainIncomplete,
    asksRoute: builder.asksRoute,
    replacesAnswer: builder.replacesAnswer,
    config: neededSettings(builder.config, builder.events, handlers),
  };
}

function frameOf(
  builder: TrailBuilder,
  target: Term & { readonly kind: "function" },
  shape: HandlerShape | undefined,
  framework: string,
): Frame {
  const { linker } = builder;
  const args = parametersOf(linker, shape?.parameters ?? [], framework, builder.context, target.function.file);
  linker.left = builder.asksForRequest ? requestLeft(linker, builder.attached) : undefined;
  const frame = callFunction(
    linker,
    withSelf(builder, target, shape, framework),
    withAttached(linker, args, builder.attached),
  );
  linker.left = undefined;
  if (frame.incomplete) builder.incomplete = true;
  return frame;
}

/** The handler as a method of what its framework makes its `this`: `this.req`. */
function withSelf(
  { linker, attached }: TrailBuilder,
  target: FunctionTerm,
  shape: HandlerShape | undefined,
  framework: string,
): FunctionTerm {
  if (!shape?.self || target.self || isArrow(linker, target.function)) return target;
  const [self] = withAttached(linker, parametersOf(linker, [shape.self], framework), attached);
  const method = linker.terms.function(target.function, target.captured, self);
  return method.kind === "function" ? method : target;
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
  if (!at) return frame;
  const asks = asksRoute(frame.block);
  if (asks) builder.asksRoute = true;
  const isGuard = isVerdict(shape);
  if (!asks && !(isGuard && asksParameter(frame.block))) return frame;
  const route = (isGuard ? routeOfGuard : routeFor)(linker.terms, at, handler.mount);
  const onRoute = frameOn(builder, route, () => frameOf(builder, target, shape, framework));
  if (!onRoute || (isGuard && !containsPass(verdictBlock(linker, onRoute.block, shape?.returns)))) return frame;
  return onRoute;
}

/** A handler in a wrapper that treats some addresses apart: `if (OPEN.includes(request.nextUrl.pathname)) return handler(request)`. */
function frameOfHandler(
  builder: TrailBuilder,
  target: Term & { readonly kind: "function" },
  shape: HandlerShape | undefined,
  framework: string,
): Frame {
  const { linker, at } = builder;
  const frame = frameOf(builder, target, shape, framework);
  const asked = !at
    ? undefined
    : asksWholeAddress(frame.block)
      ? "whole address"
      : at.byMethod && asksRoute(frame.block)
        ? "method"
        : undefined;
  const route = at && asked && routeOfHandler(linker.terms, at, asked);
  return frameOn(builder, route, () => frameOf(builder, target, shape, framework)) ?? frame;
}

function frameOn({ linker }: TrailBuilder, route: Route | undefined, run: () => Frame): Frame | undefined {
  linker.route = route;
  const frame = route && run();
  linker.route = undefined;
  return frame;
}

function layHandler(builder: TrailBuilder, handler: Handler, shape: HandlerShape | undefined, framework: string): void {
  const known = functionsOf(builder.linker, handler.term);
  const targets = known.length > 0 ? known : wrappedFunctions(builder.linker, handler.term);
  const byPackage = packageHandler(builder.linker, handler.term, handler.place, shape, framework);
  if (byPackage) return lay(builder, byPackage, "handler");
  if (known.length === 0) layUnreadable(builder, handler, targets.length > 0);
  for (const target of targets) {
    if (target.guardedBy) layGuardedBy(builder, target.guardedBy, handler);
    const frame = frameOfHandler(builder, target.function, shape, framework);
    const outer = builder.scopes;
    if (handler.transaction)
      builder.scopes = [...outer, { kind: "transaction", id: builder.nextId++, place: handler.place }];
    builder.linker.exits = shape?.exits;
    lay(builder, frame.block, "handler");
    builder.linker.exits = undefined;
    builder.scopes = outer;
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
  push(builder, {
    kind: "guard",
    guard,
    call,
    result: handler.term,
    ...(handler.fields && { fields: handler.fields }),
    ...(handler.allows && { allows: handler.allows }),
    place: handler.place,
  });
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
    builder.linker.transport = handler.transport;
    const frame = frameOnRoute(builder, handler, target, shape, framework);
    builder.linker.metadata = undefined;
    builder.linker.transport = undefined;
    builder.attached = attachedBy(builder.linker, frame.block, builder.attached);
    builder.stack = [{ place: handler.place, text: handler.name, chain: true }];
    layWaiting(builder, verdictBlock(builder.linker, frame.block, shape.returns), handler);
    builder.stack = [];
  }
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
  for (const { function: target, guardedBy } of targets) {
    if (takesErrors(builder.linker, target, shape)) continue;
    if (guardedBy) layGuardedBy(builder, guardedBy, handler);
    const declared = parameterCount(builder.linker, target);
    const usual = shape?.parameters.length ?? 0;
    // Interceptors read what decorators left, as guards do.
    builder.linker.metadata = builder.metadata ?? noMetadata(builder.linker);
    const frame = frameOnRoute(builder, handler, target, shape, framework);
    builder.linker.metadata = undefined;
    const left = shape?.adds ? objectIn(builder.linker, frame.result) : contextIn(frame.block);
    if (left) handOn(builder, left, framework);
    builder.attached = attachedBy(builder.linker, frame.block, builder.attached);
    builder.stack = [{ place: handler.place, text: handler.name, chain: true }];
    if (shape?.returns === "connects") {
      layConnection(builder, frame.block, handler);
      builder.stack = [];
      continue;
    }
    if (shape?.returns === "value" || shape?.returns === "context") {
      lay(builder, frame.block, "callee");
      builder.stack = [];
      continue;
    }
    if (shape?.returns === "answers") {
      layWaiting(builder, passingBlock(builder.linker, frame.block, handler.place, "answers"), handler);
      builder.stack = [];
      continue;
    }
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

/** What it returns on any of its ways that are no answer: `if (!token) return { user: null }; return { user: await find(token) }`. */
function objectIn({ terms }: Linker, result: Term): Term | undefined {
  const ways = alternatives(result).flatMap((one) => (one.kind === "object" ? [one] : []));
  if (ways.length < 2) return ways[0];
  const named = ways.flatMap(({ fields }) => fields.flatMap(({ key, value }) => (key ? [{ name: key, value }] : [])));
  return terms.object(
    madeFields(terms, named).map((field) =>
      ways.every(({ fields }) => fields.some(({ key }) => key === field.key))
        ? field
        : { ...field, value: terms.choice([field.value, terms.undefined]) },
    ),
  );
}

function handOn(builder: TrailBuilder, left: Term, framework: string): void {
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
  builder.errors = [];
  lay(builder, block, "middleware");
  const inner = builder.events;
  const { passes } = builder;
  builder.events = outer.events;
  builder.scopes = outer.scopes;
  builder.passes = outer.passes;
  if (passes.length === 0) return;
  const ways = keepWhatHolds(builder, inner, passes);
  if (ways && !refusesAnybody(inner)) layUnreadable(builder, handler, true, ways);
}

/** What was done once, when somebody connected: it only tells whether they were asked who they are. */
function layConnection(builder: TrailBuilder, block: Block, handler: Handler): void {
  const { events, scopes, order } = builder;
  builder.events = [];
  lay(builder, block, "callee");
  const check = connectionCheck(builder.events, handler);
  Object.assign(builder, { events, scopes, order });
  if (check) push(builder, check);
}

/** A link of the chain that is no function of the workspace: a package's middleware, or something unknown. */
function layUnreadable(
  builder: TrailBuilder,
  handler: Handler,
  inChain: boolean,
  ways?: Pick<OpaqueEvent, "ways" | "beside" | "refusals">,
): void {
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
      const done = doneInPassing(linker, option, handler.name, handler.place);
      if (done.length > 0 && inChain) builder.stack = [{ place: handler.place, text: handler.name, chain: true }];
      for (const step of done) push(builder, step);
      if (inChain) builder.stack = [];
      const kind = linker.knownMiddleware(option.package, option.path);
      if (match || linker.adapters.knows(option.package) || kind === "none") continue;
      if (kind) {
        push(builder, { kind: "guard", guard: kind, call, result: option, place: handler.place });
        continue;
      }
    }
    if (option.kind === "undefined" || option.kind === "literal") continue;
    const call = { text: handler.name, callee: option, arguments: [], place: handler.place };
    push(builder, { kind: "opaque", call, result: option, inChain, ...ways, place: handler.place });
  }
}
