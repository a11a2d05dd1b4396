/** The methods and paths that a listener tells apart itself: `if (req.method === "POST" && req.url === "/orders")`. */
import type { Comparison } from "../../frameworks/define-framework.ts";
import type { Place, Term } from "../../model/term.ts";
import type { Block, Step } from "../evaluate/steps.ts";
import { pathOfPattern } from "../terms/path-of-pattern.ts";
import { someTerm } from "../terms/terms.ts";

/** Texts such as `"request.method"`: which input tells the method, which the path. */
export interface Told {
  readonly method: string;
  readonly path: string;
}

interface Way {
  readonly method?: string;
  readonly path?: string;
  readonly place: Place;
}

export function comparisonsIn(block: Block, told: Told, place: Place): readonly Comparison[] {
  const found = new Map<string, Way>();
  walk(block, { place }, told, found);
  const ways = [...found.values()].filter((way) => way.method !== undefined || way.path !== undefined);
  // A path whose methods are told apart inside is one route per method.
  return ways
    .filter((way) => way.method !== undefined || !ways.some((other) => other.path === way.path && other.method))
    .filter((way) => way.path !== undefined || !ways.some((other) => other.path !== undefined))
    .map((way) => ({ method: way.method, path: way.path, place: way.place }));
}

function walk(block: Block, start: Way, told: Told, found: Map<string, Way>): void {
  let way = start;
  for (const step of block.steps) {
    way = walkStep(step, way, told, found);
  }
}

function walkStep(step: Step, way: Way, told: Told, found: Map<string, Way>): Way {
  switch (step.kind) {
    case "branch": {
      const then = narrowed(step.test, "===", way, told, step.place);
      walk(step.then, then ?? way, told, found);
      walk(step.otherwise, way, told, found);
      const rest = step.then.ends !== "falls" ? narrowed(step.test, "!==", way, told, way.place) : undefined;
      return rest ?? way;
    }
    case "switch":
      for (const { value, block } of step.cases) {
        const inner = value && compared(step.on, value, way, told, step.place);
        walk(block, inner ?? way, told, found);
      }
      return way;
    case "try":
      walk(step.block, way, told, found);
      return way;
    case "call":
      walk(step.frame.block, way, told, found);
      return way;
    case "loop":
    case "callback":
    case "promise":
    case "transaction":
    case "memoised":
      walk(step.block, way, told, found);
      return way;
    case "return":
      if (step.value.kind === "undefined") return way;
      if (!found.has(`${way.method} ${way.path}`)) found.set(`${way.method} ${way.path}`, way);
      return way;
    case "respond":
    case "effect":
      if (!found.has(`${way.method} ${way.path}`)) found.set(`${way.method} ${way.path}`, way);
      return way;
    default:
      return way;
  }
}

/** What holds where the test is true, for conditions joined by `&&`; undefined where it compares nothing told. */
function narrowed(test: Term, operator: string, way: Way, told: Told, place: Place): Way | undefined {
  const fits = operator === "===" ? matched(test, told) : undefined;
  if (fits?.end !== undefined) {
    const before = way.path?.endsWith("*") ? way.path.slice(0, -1) : "/";
    return { ...way, path: `${before}:param${fits.end}`, place };
  }
  if (fits?.path !== undefined) return { ...way, path: fits.path, place };
  if (test.kind !== "operation") return undefined;
  const [left, right] = test.parts;
  if (test.operator === "&&" && operator === "===" && left && right) {
    const first = narrowed(left, operator, way, told, place);
    return narrowed(right, operator, first ?? way, told, place) ?? first;
  }
  if (test.operator !== operator || !left || !right) return undefined;
  return compared(left, right, way, told, place) ?? compared(right, left, way, told, place);
}

function compared(on: Term, value: Term, way: Way, told: Told, place: Place): Way | undefined {
  if (value.kind !== "literal" || typeof value.value !== "string") return undefined;
  // `routes[`${request.method} ${pathname}`]`
  const both = /^([A-Z]+)[ :]+(\/\S*)$/.exec(value.value);
  if (both?.[1] && both[2] && on.kind === "text" && on.parts.some((part) => isInput(part, told.method)))
    return { ...way, method: both[1], path: both[2], place };
  if (isInput(on, told.method)) return { ...way, method: value.value.toUpperCase(), place };
  if (someTerm(on, (part) => isInput(part, told.path)) && value.value.startsWith("/"))
    return { ...way, path: value.value, place };
  return undefined;
}

/** `/^\/users\/(\d+)$/.exec(path)`, `path.match(…)`, `path.startsWith("/files/")`: the part of the address that it holds. */
function matched(test: Term, told: Told): { readonly path?: string; readonly end?: string } | undefined {
  if (test.kind === "operation" && test.operator === "matches") {
    const [text, pattern] = test.parts;
    return text && tellsPath(text, told) ? fromPattern(pattern) : undefined;
  }
  const call =
    test.kind === "external" ? { of: test.base, name: test.path.at(-1), given: test.arguments } : asked(test);
  if (!call?.of || !tellsPath(call.of, told)) return undefined;
  const [given] = call.given ?? [];
  const name = call.name?.replace(/\(\)$/, "");
  if (name === "match" || name === "matchAll") return fromPattern(given);
  if (given?.kind !== "literal" || typeof given.value !== "string" || !given.value.startsWith("/")) return undefined;
  return name === "startsWith" ? { path: `${given.value}*` } : name === "endsWith" ? { end: given.value } : undefined;
}

function asked(
  test: Term,
): { readonly of: Term | undefined; readonly name: string | undefined; readonly given: readonly Term[] } | undefined {
  if (test.kind !== "result" || test.of.callee.kind !== "input") return undefined;
  const { callee, arguments: given } = test.of;
  return { of: callee, name: callee.path.at(-1), given };
}

function fromPattern(pattern: Term | undefined): { readonly path: string } | undefined {
  const written = pattern?.kind === "literal" ? pathOfPattern(String(pattern.value)) : undefined;
  return written === undefined ? undefined : { path: written };
}

function tellsPath(term: Term, told: Told): boolean {
  return someTerm(term, (part) => part.kind === "input" && [part.source, ...part.path].join(".").startsWith(told.path));
}

function isInput(term: Term, name: string): boolean {
  return term.kind === "input" && [term.source, ...term.path].join(".") === name;
}
