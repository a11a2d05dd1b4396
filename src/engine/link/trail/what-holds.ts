/** What is certain once middleware or a promise has called on: of several ways, that which holds on all of them. */
import type {
  Branch,
  CallSite,
  CheckEvent,
  GuardEvent,
  OpaqueEvent,
  PathEvent,
  Scope,
  Stop,
} from "../../model/path.ts";
import type { Term } from "../../model/term.ts";
import { termsWithinAll } from "../terms/terms.ts";
import { forkedWays, MAXIMUM_WAYS } from "./forked-ways.ts";

/** One call of `next()`, one `resolve()`. */
export interface Pass {
  readonly order: number;
  readonly scopes: readonly Scope[];
}

/** An error that is thrown or handed on, and where that stands. */
export interface Refusal extends Stop {
  readonly scopes: readonly Scope[];
}

/** The path that goes on afterwards. */
export interface Waiting {
  events: PathEvent[];
  scopes: Scope[];
  stack: CallSite[];
  order: number;
  /** It throws or hands on an error. */
  refused: boolean;
  /** The errors that it throws or hands on of its own, and not in answer to another. */
  errors: Refusal[];
}

/**
 * Keeps what was done, and of the checks those that hold on every way on. Gives the ways where only some are checked alike.
 * `last`: the error in which it ends where no way goes on.
 */
export function keepWhatHolds(
  builder: Waiting,
  inner: readonly PathEvent[],
  calls: readonly Pass[],
  last?: Stop,
): Pick<OpaqueEvent, "ways" | "beside" | "refusals"> | undefined {
  const base = new Set(builder.scopes);
  const passes = forkedWays(calls, inner, base);
  const holds = (event: PathEvent, pass: Pass): boolean =>
    event.order < pass.order && event.scopes.every((scope) => base.has(scope) || pass.scopes.includes(scope));
  const refuses =
    builder.refused ||
    passes.some(({ scopes }) => scopes.some((scope) => !base.has(scope) && refusalBeside(scope) !== undefined)) ||
    inner.some(
      (event) =>
        event.kind === "check" ||
        // A package's call that throws.
        (event.kind === "guard" && !event.tells) ||
        (event.kind === "respond" && !passes.some((pass) => holds(event, pass))),
    );
  const conditions = refuses ? passes.map((pass) => conditionsAt(inner, pass, holds, builder.errors, last)) : [];
  const [first = [], ...others] = conditions;
  const common = first.filter((condition) =>
    others.every((list) => list.some((other) => sameCondition(condition, other))),
  );
  const lastEffect = inner.findLast(({ kind }) => kind === "effect")?.order ?? Number.NEGATIVE_INFINITY;
  const inPlace = new Set<CheckEvent>();
  const tellsHowOften = inner.some(isLimit) ? askedForLimits(inner) : undefined;
  for (const event of inner) {
    if (event.kind === "check") {
      if (mayRefuse(event, passes, holds)) builder.events.push(event);
      else if (event.order < lastEffect && common.includes(event)) {
        // What was done behind the check, and ahead of the way on, was done only where it held.
        inPlace.add(event);
        builder.events.push({ ...event, scopes: builder.scopes, stack: stackOf(builder, event) });
      }
      continue;
    }
    // An answer after which no way goes on is an end, and nothing of what comes later follows it.
    if (
      event.kind === "respond" &&
      (stopped(inner, event) || passes.every((pass) => pass.order < event.order || excludes(pass, event)))
    )
      continue;
    // What could not be read refuses nobody once every way has gone on.
    if (event.kind === "opaque" && passes.every((pass) => pass.order < event.order)) continue;
    if (event.kind === "opaque" && tellsHowOften?.(event)) continue;
    if (event.kind !== "guard") builder.events.push(event);
    else if (passes.every((pass) => holds(event, pass))) builder.events.push({ ...event, scopes: builder.scopes });
  }
  for (const condition of common) {
    if (inPlace.has(condition)) continue;
    const order = builder.order++;
    builder.events.push({ ...condition, order, scopes: builder.scopes, stack: stackOf(builder, condition) });
  }
  const anyGuard = inner.some((event) => event.kind === "guard");
  const isGuarded = inner.some((event) => event.kind === "guard" && passes.every((pass) => holds(event, pass)));
  const partly = (conditions.some((list) => list.length > 0) || anyGuard) && common.length === 0 && !isGuarded;
  // An owner here, a member there: each way asks for something beside what all of them ask for.
  const beside =
    !partly &&
    passes.length > 1 &&
    (common.length > 0 || isGuarded) &&
    conditions.every((list) => list.length > common.length);
  if (!partly && !beside) return undefined;
  const answers = inner.some((event) => event.kind === "respond" && event.status !== undefined && event.status >= 300);
  if (partly && !anyGuard && !answers && isPassedAnyway(conditions.map(uncaught))) return undefined;
  const ways = passes.map((pass, index) => [
    // Going round a refusal is no refusal: the branch taken tells only what was tested.
    ...(conditions[index] ?? []).map((condition) =>
      condition.place === condition.stop.place
        ? { ...condition, stop: { ...condition.stop, how: "return", status: undefined } as Stop }
        : condition,
    ),
    ...inner.filter((event): event is GuardEvent => event.kind === "guard" && holds(event, pass)),
  ]);
  return { ways, ...(beside && { beside }), refusals: refusalsOf(builder.errors, inner, passes) };
}

function uncaught(way: readonly CheckEvent[]): readonly CheckEvent[] {
  return way.filter((one) => !one.caught);
}

/** Whatever the tests say, one of the ways goes on: nobody is turned away. */
function isPassedAnyway(ways: readonly (readonly CheckEvent[])[]): boolean {
  if (ways.some((way) => way.length === 0)) return true;
  const test = ways[0]?.[0]?.test;
  if (!test || ways.length > MAXIMUM_WAYS) return false;
  return [true, false].every((stops) =>
    isPassedAnyway(
      ways
        .filter((way) => way.every((one) => one.test !== test || one.stopsWhen === stops))
        .map((way) => way.filter((one) => one.test !== test)),
    ),
  );
}

function isLimit(event: PathEvent): boolean {
  return event.kind === "check" && event.stop.status === 429;
}

/** What a limit of calls is asked, `await limiter.take(key)`, says how often somebody called, and not who may. */
function askedForLimits(inner: readonly PathEvent[]): (event: OpaqueEvent) => boolean {
  const within = (checks: readonly PathEvent[]): ReadonlySet<Term> =>
    termsWithinAll(checks.flatMap((event) => (event.kind === "check" ? event.test : [])));
  const limits = within(inner.filter(isLimit));
  const others = within(inner.filter((event) => !isLimit(event)));
  return ({ result }) => limits.has(result) && !others.has(result);
}

function stackOf(builder: Waiting, { stack }: CheckEvent): readonly CallSite[] {
  return (stack.length > 0 ? stack : builder.stack).slice(0, 1);
}

/** Some callers are asked more than others: `if (row.ownerId !== user.id) { if (!isMember(user)) return res.sendStatus(403); }`. */
function mayRefuse(
  event: CheckEvent,
  passes: readonly Pass[],
  holds: (event: PathEvent, pass: Pass) => boolean,
): boolean {
  const { status } = event.stop;
  if (status !== 403 && status !== 404) return false;
  return passes.some((pass) => pass.order > event.order && !excludes(pass, event) && !holds(event, pass));
}

/** How it turns a caller away: where its checks stop, and what it answers where no way goes on. */
function refusalsOf(errors: readonly Stop[], inner: readonly PathEvent[], passes: readonly Pass[]): readonly Stop[] {
  const stops = inner.flatMap((event): readonly Stop[] => {
    if (event.kind === "check") return [event.stop];
    if (event.kind !== "respond" || event.status === undefined || event.status < 300) return [];
    return passes.some((pass) => event.scopes.every((scope) => pass.scopes.includes(scope)))
      ? []
      : [{ how: "respond", status: event.status, value: event.value, place: event.place }];
  });
  return [...stops, ...errors];
}

/** The answer is the end of a branch that a check says is left. */
function stopped(inner: readonly PathEvent[], answer: PathEvent): boolean {
  const branch = answer.scopes.findLast((scope) => scope.kind === "branch");
  return (
    branch?.kind === "branch" &&
    inner.some((event) => event.kind === "check" && event.test === branch.test && event.stopsWhen === branch.when)
  );
}

/** The two stand on opposite sides of one test. */
function excludes(pass: Pass, event: PathEvent): boolean {
  return event.scopes.some(
    (scope) =>
      scope.kind === "branch" &&
      pass.scopes.some((other) => other.kind === "branch" && other.test === scope.test && other.when !== scope.when),
  );
}

/** Checks that were passed, and branches that were taken, on the way to one `next()`. */
function conditionsAt(
  events: readonly PathEvent[],
  pass: Pass,
  holds: (event: PathEvent, pass: Pass) => boolean,
  errors: readonly Refusal[],
  last: Stop | undefined,
): readonly CheckEvent[] {
  const checks = events.filter((event): event is CheckEvent => event.kind === "check" && holds(event, pass));
  const branches = pass.scopes
    .filter((scope) => scope.kind === "branch")
    .map((scope): CheckEvent => {
      const refusals = events.filter(
        (event) => event.kind === "respond" && event.status !== undefined && event.status >= 400,
      );
      const refusal = refusals.find((event) => isForbiddenBeside(scope, event)) ?? refusals[0];
      const thrown = refusal ? undefined : (errors.find((error) => isOtherSide(scope, error)) ?? last);
      const stop: Stop = refusalBeside(scope) ?? {
        how: refusal ? "respond" : thrown ? "throw" : "return",
        status: refusal?.kind === "respond" ? refusal.status : thrown?.status,
        value: undefined,
        // A function that ends in an error refuses whoever takes no way on.
        place: last && thrown ? thrown.place : scope.place,
      };
      return {
        kind: "check",
        test: scope.test,
        stopsWhen: !scope.when,
        stop,
        order: pass.order,
        place: scope.place,
        scopes: [],
        stack: [],
      };
    });
  return [...checks, ...branches];
}

/** Whoever is not on this side of the branch may still be told there that they may not: `if (isChief) return next(); … return res.sendStatus(403)`. */
function isForbiddenBeside(scope: Branch, event: PathEvent): boolean {
  return (
    event.kind === "respond" &&
    (event.status === 401 || event.status === 403) &&
    event.scopes.some((one) => one.kind === "branch" && one.test === scope.test && one.when !== scope.when)
  );
}

/** What the function gives back on the other side, where `next()` is called in a function that the middleware hands on to. */
function refusalBeside(scope: Scope): Stop | undefined {
  return scope.kind === "branch" ? scope.refusal : undefined;
}

/** The error stands right on the other side of the branch: `if (may) return true; else throw new Forbidden()`. */
function isOtherSide(scope: Branch, { scopes }: Refusal): boolean {
  const branch = scopes.findLast(({ kind }) => kind === "branch");
  return branch?.kind === "branch" && branch.place === scope.place && branch.when !== scope.when;
}

function sameCondition(a: CheckEvent, b: CheckEvent): boolean {
  return a.test === b.test && a.stopsWhen === b.stopsWhen;
}
