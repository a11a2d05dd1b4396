/**
 * Middleware that lets callers through on several ways: a session here, an API key there.
 *
 * What every way proves is proven. Where one way is open to callers without credentials, or none asks for any, the
 * middleware is no guard, and nothing about it is unknown.
 */
import type { Guard, GuardKind } from "../model/guard.ts";
import type { CheckEvent, GuardEvent, OpaqueEvent, Path } from "../model/path.ts";
import type { Term } from "../model/term.ts";
import { guardOf, readCheck } from "./guards.ts";
import { type IdentityView, viewIdentity } from "./identity.ts";
import { someTerm } from "./terms.ts";

export interface Ways {
  readonly guards: readonly Guard[];
  /** Ends of middleware of which nothing is left unknown. */
  readonly settled: ReadonlySet<OpaqueEvent>;
}

/** One way through: the checks that were passed on it. */
type Way = readonly (CheckEvent | GuardEvent)[];

export function readWays(path: Path, isAuth: (packageName: string) => boolean): Ways {
  const guards: Guard[] = [];
  const settled = new Set<OpaqueEvent>();
  for (const event of path.events) {
    if (event.kind !== "opaque" || !event.ways) continue;
    const passed = event.ways.flat().filter((one) => one.kind === "guard");
    const view = viewIdentity({ ...path, events: [...path.events, ...passed] }, isAuth);
    const proven = event.ways.map((way) => provenOn(way, path, view));
    const [first = new Set<GuardKind>(), ...others] = proven;
    const common = [...first].filter((kind) => others.every((kinds) => kinds.has(kind)) && ABOUT_CALLER.has(kind));
    const tests = event.ways.flat().map((one) => (one.kind === "check" ? one.test : one.result));
    for (const kind of common) guards.push(guardOf(event, kind, event.call.text, tests, []));
    if (common.length > 0 || isOpen(event.ways, proven, view)) settled.add(event);
  }
  return { guards, settled };
}

const ABOUT_CALLER: ReadonlySet<GuardKind> = new Set(["authentication", "role", "ownership", "signature"]);

function provenOn(way: Way, path: Path, view: IdentityView): ReadonlySet<GuardKind> {
  return new Set(
    way.flatMap((one) =>
      one.kind === "guard" ? [one.guard as GuardKind] : readCheck(one, path, view).map((guard) => guard.kind),
    ),
  );
}

/** Some way needs nothing but that credentials are missing, or no way asks for any. */
function isOpen(ways: readonly Way[], proven: readonly ReadonlySet<GuardKind>[], view: IdentityView): boolean {
  const asks = (way: Way): boolean => way.some((one) => one.kind === "guard" || asksCaller(one.test, view));
  if (!ways.some(asks)) return true;
  return ways.some(
    (way, index) =>
      proven[index]?.size === 0 &&
      way.every((one) => one.kind === "check" && (view.isIdentity(one.test) || view.isCredential(one.test))),
  );
}

/** Methods that only look at a text. */
export const TEXT_METHOD =
  /\.(?:startsWith|endsWith|includes|match|matchAll|test|exec|split|slice|substring|replace|replaceAll|indexOf|at|trim|toLowerCase|toUpperCase|toString|join)$/;

/** The test may be about who is calling: it looks at credentials, at an address, or at what an unreadable call gave back. */
function asksCaller(test: Term, view: IdentityView): boolean {
  if (view.isIdentity(test) || view.isCredential(test)) return true;
  return someTerm(test, (part) => {
    if (part.kind === "result") return !TEXT_METHOD.test(part.of.text);
    if (part.kind === "external") return !part.package.startsWith("global:");
    if (part.kind !== "input") return part.kind === "unknown" && part.parts.length === 0;
    if (part.source !== "request" && part.source !== "context") return false;
    return (
      part.path.length === 0 || part.path.some((name) => /^(?:ips?|remoteAddress|connection|socket|get)$/.test(name))
    );
  });
}
