/** Calls functions of the workspace: each function is run once for the same receiver and arguments. */
import type { ClassFacts, ClassMember, FileFacts, FunctionFacts } from "../../facts/file-facts.ts";
import type { Term } from "../../model/term.ts";
import { HOLDS_ROUTE, holds } from "../terms/marks.ts";
import { folderAmong } from "../values/kinds-of-files.ts";
import { assignPattern } from "./assign.ts";
import { block } from "./endings.ts";
import { filledArguments, noteGiven } from "./filled-arguments.ts";
import { isInert, learn } from "./inert.ts";
import { type Activation, createActivation, factsOf, type Linker } from "./linker.ts";
import { asksParameter, asksRoute, type Route, tellsRoute } from "./route.ts";
import { runStatements } from "./run.ts";
import type { Block, Frame, Step } from "./steps.ts";
import { blocksIn } from "./stops.ts";
import { typedValue } from "./values.ts";

/** Calls nested deeper than this are not followed. */
const MAXIMUM_CALLS = 40;
/** A function that calls itself, directly or through others, is entered this often where it is given functions: wrappers may wrap a wrapper. */
const MAXIMUM_ENTERED = 2;
/** And this often where it is given data alone: with the next part of a tree it does what it did with the first. */
const MAXIMUM_ENTERED_WITH_DATA = 1;

/** What is left out stands in `Frame.cutBy` by this. */
export const LIMIT = "*";

export function callFunction(
  linker: Linker,
  target: Term & { readonly kind: "function" },
  args: readonly Term[],
  /** Tells this call from others with the same arguments, where what it makes is its own. */
  site?: Term,
): Frame {
  const onAnyRoute =
    linker.route &&
    ![...args, ...target.captured.values()].some((term) => tellsRoute(linker.route, term)) &&
    callOnAnyRoute(linker, linker.route, target, args, site);
  if (onAnyRoute) return onAnyRoute;
  const { file, index } = target.function;
  const cut = (by: string): Frame => ({
    function: target.function,
    target,
    block: { steps: [], ends: "falls" },
    result: linker.terms.unknown([...args]),
    writes: new Map(),
    incomplete: true,
    cutBy: new Set([by]),
    quiet: true,
  });
  const facts = factsOf(linker, file);
  const found = facts?.functions[index];
  if (!facts || !found || linker.depth >= MAXIMUM_CALLS || linker.budget <= 0) return cut(LIMIT);
  const used = found.parameters.at(-1)?.rest ? args : args.slice(0, Math.max(found.parameters.length, 0));
  const key = `frame ${target.id}(${used.map((term) => term.id).join(",")})${surroundings(linker)}${site ? ` at ${site.id}` : ""}`;
  const name = `${file}#${index}`;
  const entered = linker.entered.get(name) ?? 0;
  if (isInert(facts, index, used))
    return { ...cut(name), result: linker.terms.undefined, incomplete: false, cutBy: new Set() };
  // `asyncHandler(asyncHandler(check))`: each of the two calls something else.
  const given = [...used, ...target.captured.values()];
  const isOften = entered >= (given.some((term) => isCallable(term)) ? MAXIMUM_ENTERED : MAXIMUM_ENTERED_WITH_DATA);
  // Folders that lie in folders come to an end: what walks them is followed to the last one, into each once.
  const folder = isOften ? folderAmong(linker, given, file) : undefined;
  const walk = folder === undefined ? name : `${name} in ${folder}`;
  if (isOften && (folder === undefined || linker.entered.has(walk))) return cut(name);
  const run = (): Frame => {
    linker.depth++;
    linker.budget--;
    linker.entered.set(name, entered + 1);
    if (walk !== name) linker.entered.set(walk, 1);
    try {
      const frame = runFunction(linker, target, facts, found, used, site);
      learn(facts, index, used, frame);
      if (!linker.isAnswering && frame.cutBy.has(LIMIT)) cutEarly.add(frame);
      return frame;
    } finally {
      linker.depth--;
      if (walk !== name) linker.entered.delete(walk);
      linker.entered.set(name, entered);
    }
  };
  const frame = linker.memo.get(key, run, () => cut(name));
  // What was cut while routes were looked for is read to its end where a path leads through it.
  return linker.isAnswering && cutEarly.has(frame) ? linker.memo.get(`${key} again`, run, () => cut(name)) : frame;
}

/** Frames that were cut by the limit before the paths of entry points were read. */
const cutEarly = new WeakSet<Frame>();

/** What a run may ask for besides its arguments. */
function surroundings({ metadata, left, route, transport }: Linker): string {
  return `${transport ?? ""}${metadata?.id ?? ""}${left ? ` left ${left.id}` : ""}${route ? ` ${route.key}` : ""}`;
}

/** It is a function, an object with one among its fields, or a table of such objects. */
function isCallable(term: Term, depth = 0): boolean {
  if (term.kind === "object") return depth < 3 && term.fields.some((field) => isCallable(field.value, depth + 1));
  if (term.kind === "array")
    return depth < 3 && depth > 0 && term.items.slice(0, 4).some((item) => isCallable(item, depth + 1));
  if (term.kind === "choice") return term.options.some((option) => isCallable(option, depth));
  return term.kind === "function" || term.kind === "bound" || term.kind === "class";
}

/** What does not ask for the route is the same on all of them, and is run once. */
function callOnAnyRoute(
  linker: Linker,
  route: Route,
  target: Term & { readonly kind: "function" },
  args: readonly Term[],
  site: Term | undefined,
): Frame | undefined {
  // What it asks of a path that it is given or sees, it asks of the route.
  const isPath = (given: Term): boolean => given === route.path || given === route.below;
  if (args.some(isPath) || [...target.captured.values()].some(isPath)) return undefined;
  linker.route = undefined;
  try {
    const frame = callFunction(linker, target, args, site);
    const asks = asksRoute(frame.block) || holds(frame.result, HOLDS_ROUTE);
    return asks || (route.parameters && asksParameter(frame.block)) ? undefined : frame;
  } finally {
    linker.route = route;
  }
}

function runFunction(
  linker: Linker,
  target: Term & { readonly kind: "function" },
  facts: FileFacts,
  found: FunctionFacts,
  args: readonly Term[],
  site: Term | undefined,
): Frame {
  const { file, index } = target.function;
  const activation = createActivation(file, facts, index, target.captured, target.self);
  activation.context = () => contextOf(linker, target, found, args, site);
  const body = block(activation, () => {
    bindParameters(linker, activation, found, args);
    noteGiven(activation, found, args);
    return runStatements(linker, activation, found.body);
  });
  // What a function does when it calls itself again, it did the first time: nothing of it is hidden.
  if ((linker.entered.get(`${file}#${index}`) ?? 0) <= 1) activation.cutBy.delete(`${file}#${index}`);
  const filled = filledArguments(linker, activation, found);
  return {
    function: target.function,
    target,
    // Where the end throws but a branch before it returns (`if (ok) return; throw …`), the caller may go on.
    block: body.ends === "throws" && mayReturn(body) ? { steps: body.steps, ends: "returns" } : body,
    result: withFieldsSet(linker, activation, resultOf(linker, body)),
    ...(activation.own && { own: activation.own }),
    ...(activation.changed && { changed: activation.changed }),
    ...(filled && { filled }),
    writes: activation.writes,
    incomplete: activation.cutBy.size > 0,
    cutBy: activation.cutBy,
    quiet: isQuiet(body.steps),
  };
}

/**
 * `const context = new Context(); context.account = claims; return context;`: the object with what was set on it. Of a class
 * that has methods it is the methods that count, and one with decorators is what its framework makes of it.
 */
function withFieldsSet(linker: Linker, { changed, self }: Activation, made: Term): Term {
  if (made.kind !== "instance" || made === self || made.class.kind !== "class") return made;
  const set = changed?.get(made);
  const facts = factsOf(linker, made.class.file)?.classes[made.class.index];
  return set && facts && holdsDataAlone(facts) ? linker.terms.object([{ value: made }, ...set]) : made;
}

function holdsDataAlone({ decorators, extends: parent, members }: ClassFacts): boolean {
  const isData = ({ kind, value }: ClassMember): boolean =>
    kind === "getter" || kind === "constructor" || (kind === "field" && value?.kind !== "function");
  return decorators.length === 0 && parent === undefined && members.every((one) => one.static || isData(one));
}

/** What a function makes belongs to its run; what a constructor makes belongs to the instance. */
function contextOf(
  linker: Linker,
  target: Term & { readonly kind: "function" },
  found: FunctionFacts,
  args: readonly Term[],
  site: Term | undefined,
): Term | undefined {
  if (found.kind === "constructor") return target.self;
  if (site) return linker.terms.operation("run", [target, ...args, site]);
  return args.length > 0 || target.self ? linker.terms.operation("run", [target, ...args]) : undefined;
}

function bindParameters(linker: Linker, activation: Activation, found: FunctionFacts, args: readonly Term[]): void {
  found.parameters.forEach((parameter, position) => {
    if (parameter.rest)
      return assignPattern(linker, activation, parameter.pattern, linker.terms.array(args.slice(position)));
    const given = args[position];
    // The caller left it out: what its type could be is not there.
    const isLeftOut = given === undefined && parameter.optional;
    const vague = !isLeftOut && (given === undefined || (given.kind === "unknown" && given.parts.length === 0));
    const wanted = vague || (given !== undefined && isCarried(given));
    const typed = wanted && parameter.type ? typedValue(linker, activation.file, parameter.type) : undefined;
    const known = vague || (typed && isClient(linker, typed)) ? typed : undefined;
    assignPattern(linker, activation, parameter.pattern, known ?? given ?? linker.terms.undefined);
  });
}

/** Something that a context or a request carries along, put there by code that could not be read: `c.get("db")`. */
function isCarried(given: Term): boolean {
  if (given.kind === "member" || given.kind === "element") return isCarried(given.of);
  if (given.kind === "input") return CARRIES.has(given.source) && given.path.length > 0;
  return given.kind === "result" || given.kind === "unknown";
}

const CARRIES: ReadonlySet<string> = new Set(["context", "request", "identity", "session"]);

/** A client of a system, also one that is spread into an object of the project's own. */
function isClient(linker: Linker, term: Term): boolean {
  if (term.kind === "object") return term.fields.some(({ key, value }) => key === undefined && isClient(linker, value));
  return term.kind === "external" && linker.adapters.clientCall(term.package, [...term.path, "call"]) !== undefined;
}

function mayReturn(body: Block): boolean {
  return body.steps.some((step) => {
    if (step.kind === "return") return true;
    return (
      step.kind !== "call" && step.kind !== "callback" && step.kind !== "promise" && blocksIn(step).some(mayReturn)
    );
  });
}

/** Marks a way that never comes back. */
const NEVER = "never returns" as const;

/** What a block returns; conditions of branches are kept in the term. */
export function resultOf(linker: Linker, body: Block): Term {
  const result = resultFrom(linker, body.steps, 0);
  return result === NEVER || result === undefined ? linker.terms.undefined : result;
}

type Result = Term | typeof NEVER | undefined;

function resultFrom(linker: Linker, steps: readonly Step[], from: number, after?: () => Result): Result {
  for (let index = from; index < steps.length; index++) {
    const step = steps[index];
    if (!step) continue;
    if (step.kind === "return") return step.value;
    if (step.kind === "throw" || step.kind === "jump") return NEVER;
    if (step.kind === "call" && step.frame.block.ends === "throws") return NEVER;
    let later: Result | "unasked" = "unasked";
    const rest = (): Result => {
      if (later === "unasked") later = orUndefined(linker, resultFrom(linker, steps, index + 1, after));
      return later;
    };
    const ways = waysThrough(linker, step, rest);
    if (!ways) continue;
    if (step.kind === "branch") return join(linker, step.test, ways[0] ?? rest(), ways[1] ?? rest());
    const known = ways.filter((way): way is Term => way !== undefined && way !== NEVER);
    const last = ways.includes(undefined) ? rest() : NEVER;
    return linker.terms.choice(last === NEVER || last === undefined ? known : [...known, last]);
  }
  return after?.();
}

function orUndefined(linker: Linker, result: Result): Result {
  return result === undefined ? linker.terms.undefined : result;
}

/** Results of the ways through a step, undefined where a way goes on; nothing where no way returns. */
function waysThrough(linker: Linker, step: Step, rest: () => Result): readonly Result[] | undefined {
  // Where some way through a block returns and another goes on (`try { if (bad) return no; } catch { … }`), that one
  // gives what comes later.
  const of = (body: Block): Result => {
    const own = resultFrom(linker, body.steps, 0);
    return own === undefined || own === NEVER || body.ends !== "falls" ? own : resultFrom(linker, body.steps, 0, rest);
  };
  let ways: readonly Result[];
  switch (step.kind) {
    case "branch":
      ways = [of(step.then), of(step.otherwise)];
      break;
    case "switch":
      ways = [...step.cases.map((found) => of(found.block)).map((way) => (way === NEVER ? undefined : way)), undefined];
      if (
        step.cases.some((found) => found.value === undefined) &&
        step.cases.every((found) => found.block.ends === "returns" || found.block.ends === "throws")
      )
        ways = ways.slice(0, -1);
      break;
    case "loop":
      ways = [of(step.block), undefined].map((way) => (way === NEVER ? undefined : way));
      break;
    case "try":
      ways = step.handler ? [of(step.block), of(step.handler)] : [of(step.block)];
      break;
    default:
      return undefined;
  }
  return ways.some((way) => way !== undefined) ? ways : undefined;
}

function join(linker: Linker, test: Term, yes: Result, no: Result): Result {
  if (yes === NEVER) return no;
  if (no === NEVER) return yes;
  const a = yes ?? linker.terms.undefined;
  const b = no ?? linker.terms.undefined;
  return a === b ? a : linker.terms.operation("?:", [test, a, b]);
}

/** True where nothing inside matters to anybody but for its result. */
function isQuiet(steps: readonly Step[]): boolean {
  return steps.every((step) => {
    switch (step.kind) {
      case "return":
      case "jump":
        return true;
      case "branch":
        return isQuiet(step.then.steps) && isQuiet(step.otherwise.steps);
      case "switch":
        return step.cases.every((found) => isQuiet(found.block.steps));
      case "loop":
      case "callback":
        return isQuiet(step.block.steps);
      case "try":
        return isQuiet(step.block.steps) && isQuiet(step.handler?.steps ?? []);
      case "call":
        return step.frame.quiet;
      default:
        return false;
    }
  });
}
