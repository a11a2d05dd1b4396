/**
 * Patterns of routes as path-to-regexp reads them: `/posts/:id`, `/dashboard(.*)`, `/((?!api|_next).*)`, `/docs/:path*`.
 * https://github.com/pillarjs/path-to-regexp
 */

/** The pattern as a regular expression over whole paths; undefined where it cannot be read. */
export function routePattern(pattern: string): RegExp | undefined {
  if (pattern.length > 400) return undefined;
  try {
    return new RegExp(`^${sourceOf(pattern)}/?$`);
  } catch {
    return undefined;
  }
}

function sourceOf(pattern: string): string {
  let source = "";
  let at = 0;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const parameter = /^(\/?):\w+/.exec(rest);
    if (parameter) {
      at += parameter[0].length;
      const own = groupAt(pattern, at);
      at += own.length;
      const modifier = /^[*+?]/.exec(pattern.slice(at))?.[0] ?? "";
      at += modifier.length;
      const one = `${parameter[1]}${own === "" ? "[^/]+" : own}`;
      source += modifier === "" ? one : repeated(one, modifier);
      continue;
    }
    const group = groupAt(pattern, at);
    if (group !== "") {
      const modifier = /^[*+?]/.exec(pattern.slice(at + group.length))?.[0] ?? "";
      source += group + modifier;
      at += group.length + modifier.length;
      continue;
    }
    const character = pattern[at] ?? "";
    source += character === "*" ? ".*" : character.replace(/[.+?^${}()|[\]\\]/, "\\$&");
    at += 1;
  }
  return source;
}

/** `:path*` is any number of segments, `:path?` one or none. */
function repeated(one: string, modifier: string): string {
  return modifier === "?" ? `(?:${one})?` : `(?:${one})${modifier}`;
}

/** The text from `(` to the `)` that closes it; empty where none begins here. */
function groupAt(pattern: string, from: number): string {
  if (pattern[from] !== "(") return "";
  let depth = 0;
  for (let at = from; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === "\\") at++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return pattern.slice(from, at + 1);
  }
  return "";
}
