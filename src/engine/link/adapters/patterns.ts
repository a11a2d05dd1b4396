/**
 * Matches paths of package values (`["new PrismaClient()", "order", "create"]`) against the notation of adapters
 * (`new PrismaClient()`, `*.create`, `insert().**.returning|execute`).
 */

export interface PathPattern {
  readonly segments: readonly (readonly string[])[];
}

const PREFIXES = "^";

/** `a|b` alternatives per segment, `*` one segment, `**` any number, `get*|set*` any with these beginnings. The empty text matches the empty path. */
export function compilePattern(text: string): PathPattern {
  return { segments: text === "" ? [] : splitSegments(text).map(optionsOf) };
}

function optionsOf(segment: string): readonly string[] {
  const options = segment.split("|");
  return options.every((option) => /[\w$]\*$/.test(option))
    ? [PREFIXES, ...options.map((option) => option.slice(0, -1))]
    : options;
}

/** What the first `*` stands for (`""` where there is none), undefined where the whole path does not match. */
export function matchPath(pattern: PathPattern, path: readonly string[]): string | undefined {
  return matchFrom(pattern.segments, 0, path, 0);
}

/** Length of the prefix of `path` that the pattern matches; -1 for none. */
export function matchPrefix(pattern: PathPattern, path: readonly string[]): number {
  if (pattern.segments.some((options) => options[0] === "**")) {
    for (let length = path.length; length > 0; length--) {
      if (matchFrom(pattern.segments, 0, path.slice(0, length), 0) !== undefined) return length;
    }
    return -1;
  }
  const length = pattern.segments.length;
  if (length > path.length) return -1;
  return matchFrom(pattern.segments, 0, path.slice(0, length), 0) === undefined ? -1 : length;
}

function matchFrom(
  pattern: PathPattern["segments"],
  index: number,
  path: readonly string[],
  from: number,
): string | undefined {
  const options = pattern[index];
  if (!options) return from === path.length ? "" : undefined;
  if (options[0] === "**") {
    for (let end = from; end <= path.length; end++) {
      const rest = matchFrom(pattern, index + 1, path, end);
      if (rest !== undefined) return rest;
    }
    return undefined;
  }
  const segment = path[from];
  if (segment === undefined) return undefined;
  if (options[0] === "*") return matchFrom(pattern, index + 1, path, from + 1) === undefined ? undefined : segment;
  const fits =
    options[0] === PREFIXES
      ? options.some((option) => option !== PREFIXES && segment.startsWith(option))
      : options.includes(segment);
  return fits ? matchFrom(pattern, index + 1, path, from + 1) : undefined;
}

/** Splits at dots that stand outside parentheses. */
function splitSegments(text: string): readonly string[] {
  const segments: string[] = [];
  let current = "";
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === "." && depth === 0) {
      segments.push(current);
      current = "";
    } else current += character;
  }
  return [...segments, current];
}
