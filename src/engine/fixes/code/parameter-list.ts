/** The parameter list of a function as text: facts know its names, not its brackets. */
import type { FunctionFacts } from "../../facts/file-facts.ts";

/** Offset behind the last parameter, ahead of a trailing comma and the bracket. Undefined where it cannot be read. */
export function lastParameterEnd(text: string, target: FunctionFacts): number | undefined {
  const open = text.indexOf("(", target.parameters.length === 0 ? target.nameAt[1] : target.nameAt[0]);
  if (open < 0 || open >= target.bodyAt[0]) return undefined;
  const close = closingBracket(text, open, target.bodyAt[0]);
  if (close === undefined) return undefined;
  let end = close;
  while (/[\s,]/.test(text[end - 1] ?? "")) end--;
  return end;
}

/** Where the parameter whose name ends at the offset ends itself: ahead of the next comma or the closing bracket. */
export function parameterEnd(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (depth === 0 && (character === "," || character === ")")) return at;
    if ("([{<".includes(character)) depth++;
    else if (")]}".includes(character) || (character === ">" && text[at - 1] !== "=")) depth--;
  }
  return undefined;
}

const PAIRS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** The bracket that closes the one at `open`; strings and comments are skipped. */
export function closingBracket(text: string, open: number, limit: number): number | undefined {
  const expected: string[] = [];
  for (let at = open; at < limit; at++) {
    const character = text[at]!;
    if (character === '"' || character === "'" || character === "`") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return undefined;
    } else if (character === "/" && text[at + 1] === "/") {
      at = text.indexOf("\n", at);
      if (at < 0) return undefined;
    } else if (character === "/" && text[at + 1] === "*") {
      at = text.indexOf("*/", at) + 1;
      if (at < 1) return undefined;
    } else if (PAIRS[character]) expected.push(PAIRS[character]);
    else if (character === expected.at(-1)) {
      expected.pop();
      if (expected.length === 0) return at;
    }
  }
  return undefined;
}
