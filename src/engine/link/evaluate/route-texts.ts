/**
 * Tests of texts that are known but for their parameters: `"/users/:id".startsWith("/users")`.
 *
 * A parameter may be anything. What is the same for each of several usual values is taken for known.
 */
import { matchesGlob } from "../../config/glob.ts";
import type { Term } from "../../model/term.ts";
import { ROUTE_MATCHER } from "../terms/route-parts.ts";
import { routePattern } from "../terms/route-pattern.ts";
import type { Linker } from "./linker.ts";

/** Usual values of a parameter: a number, ids of databases, a name. */
const SAMPLES = ["4711", "5f3c9a7be1d24c0012ab34cd", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "some-name"];

/** What an address may be, parameters as usual: `/users/4711` of `/users/:id`. */
export function usualAddresses(path: string): readonly string[] {
  return /:\w/.test(path) ? SAMPLES.map((sample) => path.replace(/:\w+\??/g, sample)) : [path];
}

/** What the text is for usual parameters, without what stands behind a question mark; undefined where it cannot be told. */
function textsOf(term: Term | undefined): readonly string[] | undefined {
  if (term?.kind === "literal") return typeof term.value === "string" ? [term.value] : undefined;
  if (term?.kind !== "text") return undefined;
  const filled = SAMPLES.map((sample) => {
    let text = "";
    for (const part of term.parts) {
      if (part.kind === "literal") text += String(part.value);
      else if (part.kind === "input" && part.source === "params") text += sample;
      else return undefined;
    }
    return text;
  });
  return filled.every((text) => text !== undefined) ? (filled as string[]) : undefined;
}

type Value = string | number | boolean | null;

/** The one answer that all have; undefined where they differ. */
function agreed<T extends Value>(linker: Linker, answers: readonly T[]): Term | undefined {
  const [first] = answers;
  return first !== undefined && answers.every((answer) => answer === first) ? linker.terms.literal(first) : undefined;
}

/** Comparisons of what is known on this route: texts, and numbers made from them. */
export function compareKnown(linker: Linker, operator: string, left: Term, right: Term): Term | undefined {
  if (operator === "===") return equalTexts(linker, left, right);
  if (operator === "!==") {
    const equal = equalTexts(linker, left, right);
    return equal?.kind === "literal" ? linker.terms.literal(!equal.value) : undefined;
  }
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator === ">") return linker.terms.literal(a > b);
  if (operator === ">=") return linker.terms.literal(a >= b);
  if (operator === "<") return linker.terms.literal(a < b);
  return operator === "<=" ? linker.terms.literal(a <= b) : undefined;
}

/** `a === b` where both are known but for parameters. */
export function equalTexts(linker: Linker, left: Term, right: Term): Term | undefined {
  if (left.kind === "undefined" || right.kind === "undefined") {
    const other = left.kind === "undefined" ? right : left;
    return textsOf(other) ? linker.terms.literal(false) : undefined;
  }
  const a = textsOf(left);
  const b = textsOf(right);
  if (!a || !b) return undefined;
  return agreed(
    linker,
    a.flatMap((one) => b.map((other) => one === other)),
  );
}

/** A method of a known text, or of a pattern. */
export function callText(linker: Linker, object: Term, name: string, args: readonly Term[]): Term | undefined {
  const [first, second] = args;
  if (name === "test" || name === "exec") return testPattern(linker, object, first);
  const texts = textsOf(object);
  if (!texts) return undefined;
  if (name === "match" || name === "search") return first && testPattern(linker, first, object);
  if (name === "trim" || name === "toString" || name === "normalize") return object;
  if (name === "toLowerCase" || name === "toUpperCase")
    return inCase(linker, object, (text) => (name === "toLowerCase" ? text.toLowerCase() : text.toUpperCase()));
  if (name === "split") return splitText(linker, object, texts, first);
  if (name === "slice" || name === "substring") {
    const [from, to] = [numberOf(first), second === undefined ? undefined : numberOf(second)];
    if (from === undefined || (second !== undefined && to === undefined)) return undefined;
    return agreed(
      linker,
      texts.map((text) => text.slice(from, to)),
    );
  }
  if (name === "replace" || name === "replaceAll") return replaceText(linker, object, texts, first, second);
  const wanted = textsOf(first);
  if (wanted?.length !== 1 || wanted[0] === undefined) return undefined;
  const [part] = wanted;
  if (name === "startsWith")
    return agreed(
      linker,
      texts.map((text) => text.startsWith(part)),
    );
  if (name === "endsWith")
    return agreed(
      linker,
      texts.map((text) => text.endsWith(part)),
    );
  if (name === "includes")
    return agreed(
      linker,
      texts.map((text) => text.includes(part)),
    );
  if (name === "indexOf")
    return agreed(
      linker,
      texts.map((text) => text.indexOf(part)),
    );
  return undefined;
}

/** `["/login", "/health"].includes(path)`, `new Set([…]).has(path)`. */
export function hasText(linker: Linker, object: Term, name: string, args: readonly Term[]): Term | undefined {
  const isSet = name === "has" && object.kind === "external" && object.package === "global:Set";
  const list = isSet ? object.arguments?.[0] : name === "includes" || name === "indexOf" ? object : undefined;
  const [wanted] = args;
  if (list?.kind !== "array" || !textsOf(wanted) || !wanted) return undefined;
  const equal = list.items.map((item) => equalTexts(linker, item, wanted));
  const known = equal.map((one) => (one?.kind === "literal" ? one.value === true : undefined));
  const isIn = known.includes(true);
  if (!isIn && known.includes(undefined)) return undefined;
  return linker.terms.literal(name === "indexOf" ? known.indexOf(true) : isIn);
}

/** The method and what is written of the address, in the case that is asked for; parameters stay what they are. */
function inCase(linker: Linker, object: Term, change: (text: string) => string): Term {
  if (object.kind === "literal") return linker.terms.literal(change(String(object.value)));
  if (object.kind !== "text") return object;
  return linker.terms.text(object.parts.map((part) => (part.kind === "literal" ? inCase(linker, part, change) : part)));
}

/** `"/users/:id".split("/")`: what is a parameter alone stays that parameter. */
function splitText(
  linker: Linker,
  object: Term,
  texts: readonly string[],
  separator: Term | undefined,
): Term | undefined {
  const by = separator?.kind === "literal" && typeof separator.value === "string" ? separator.value : undefined;
  if (by === undefined) return undefined;
  const lists = texts.map((text) => text.split(by));
  const length = lists[0]?.length ?? 0;
  if (lists.some((list) => list.length !== length)) return undefined;
  const parameters = object.kind === "text" ? object.parts.filter((part) => part.kind === "input") : [];
  let next = 0;
  return linker.terms.array(
    Array.from({ length }, (_, index) => {
      const parts = lists.map((list) => list[index] ?? "");
      const known = agreed(linker, parts);
      if (known) return known;
      const parameter = parameters[next++];
      const isWhole = parts.every((part, sample) => part === SAMPLES[sample]);
      return isWhole && parameter ? linker.terms.text([parameter]) : linker.terms.unknown([]);
    }),
  );
}

function replaceText(
  linker: Linker,
  object: Term,
  texts: readonly string[],
  first: Term | undefined,
  second: Term | undefined,
): Term | undefined {
  if (first?.kind !== "literal" || second?.kind !== "literal") return undefined;
  if (typeof first.value !== "string" || typeof second.value !== "string") return undefined;
  const pattern = patternOf(first) ?? first.value;
  const to = second.value;
  const changed = texts.map((text) => text.replace(pattern, to));
  if (changed.every((text, index) => text === texts[index])) return object;
  return agreed(linker, changed);
}

function testPattern(linker: Linker, pattern: Term, text: Term | undefined): Term | undefined {
  const expression = patternOf(pattern);
  const texts = textsOf(text);
  if (!expression || !texts) return undefined;
  return agreed(
    linker,
    texts.map((one) => expression.test(one)),
  );
}

/** A regular expression as it is written, `/^\/api/i`; also `new RegExp("^/api")`. */
export function patternOf(term: Term): RegExp | undefined {
  if (term.kind === "external" && term.package === "global:RegExp") {
    const [source, flags] = term.arguments ?? [];
    if (source?.kind !== "literal") return undefined;
    return compile(String(source.value), flags?.kind === "literal" ? String(flags.value) : "");
  }
  if (term.kind !== "literal" || typeof term.value !== "string") return undefined;
  const written = /^\/(.+)\/([dgimsuvy]*)$/s.exec(term.value);
  return written?.[1] === undefined ? undefined : compile(written[1], (written[2] ?? "").replace(/[gy]/g, ""));
}

/** A text that only a regular expression is written like: `"/health/"` may be a path. */
export function isPattern(term: Term): boolean {
  if (term.kind === "external") return term.package === "global:RegExp" && term.arguments !== undefined;
  return term.kind === "literal" && /[\\^$*+()[\]|]/.test(String(term.value)) && patternOf(term) !== undefined;
}

/** Long patterns are left alone: whoever wrote them must not make us slow. */
function compile(source: string, flags: string): RegExp | undefined {
  if (source.length > 400) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

function numberOf(term: Term | undefined): number | undefined {
  return term?.kind === "literal" && typeof term.value === "number" ? term.value : undefined;
}

/** What a package says of the route's path: Clerk's route matchers, packages of glob patterns. */
export function fitsByPackage(
  linker: Linker,
  target: Term & { readonly kind: "external" },
  path: readonly string[],
  args: readonly Term[],
): Term | undefined {
  const [first, second] = args;
  if (path.at(-1) === ROUTE_MATCHER)
    return fitsPatterns(linker, linker.route?.path, target.arguments?.[0], (pattern) => routePattern(pattern));
  if (GLOBS.has(target.package) && /^(?:default\.)?(?:isMatch|minimatch|default|any)\(\)$/.test(path.join(".")))
    return fitsPatterns(linker, first, second, (pattern) => ({ test: (text) => matchesGlob(pattern, text) }));
  return undefined;
}

const GLOBS = new Set(["micromatch", "minimatch", "picomatch"]);

/** Whether the path fits one of the patterns. Undefined where one that may fit cannot be read. */
function fitsPatterns(
  linker: Linker,
  path: Term | undefined,
  given: Term | undefined,
  compile: (pattern: string) => { test(text: string): boolean } | undefined,
): Term | undefined {
  const texts = textsOf(path);
  const patterns = given?.kind === "array" ? given.items : given?.kind === "literal" ? [given] : undefined;
  if (!texts || !patterns) return undefined;
  const compiled = patterns.map((pattern) => {
    if (pattern.kind !== "literal" || typeof pattern.value !== "string") return undefined;
    return patternOf(pattern) ?? compile(pattern.value);
  });
  const fits = texts.map((text) => compiled.some((pattern) => pattern?.test(text)));
  if (compiled.includes(undefined) && !fits.every(Boolean)) return undefined;
  return agreed(linker, fits);
}
