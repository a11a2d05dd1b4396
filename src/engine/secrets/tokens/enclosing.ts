/** What stands around a value and names it: the key of its property, the function that it comes out of. */
import { assignmentTarget } from "./assignment-target.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { lastName, PLAIN_WORDS, stringValue, tokenText } from "./token-chains.ts";

/** The key whose colon is at `colon`, in the object opened at `open`; undefined for a type's member. */
export function propertyKey(tokens: Tokens, colon: number, open: number): string | undefined {
  let key = colon - 1;
  let name = stringValue(tokens, key);
  if (name === undefined && tokenText(tokens, key) === "]") {
    const start = tokens.match[key] as number;
    if (start < 0) return undefined;
    name = stringValue(tokens, start + 1) ?? lastName(tokens, start + 1, key - 1);
    key = start;
  } else if (name === undefined) {
    if (tokens.kind[key] !== TOKEN.word && tokens.kind[key] !== TOKEN.number) return undefined;
    name = tokenText(tokens, key);
  }
  const before = tokenText(tokens, key - 1);
  return key - 1 === open || before === "," || before === "}" ? name : undefined;
}

export function arrowStart(tokens: Tokens, arrow: number): number {
  let index = arrow - 1;
  for (let step = 0; step < 24 && index > 0; step++) {
    const text = tokenText(tokens, index);
    if (text === ")") {
      const match = tokens.match[index] as number;
      index = match >= 0 ? match : index;
      break;
    }
    const before = tokenText(tokens, index - 1);
    if (tokens.kind[index] === TOKEN.word && before !== ":" && before !== "." && before !== "<" && before !== "|")
      break;
    index--;
  }
  return tokenText(tokens, index - 1) === "async" ? index - 1 : index;
}

/** `case "bitly": return "…"`: the label that the `return` at `index` belongs to. */
export function caseLabel(tokens: Tokens, index: number): string | undefined {
  return tokenText(tokens, index - 1) === ":" && tokenText(tokens, index - 3) === "case"
    ? stringValue(tokens, index - 2)
    : undefined;
}

/** The name of the function whose body holds the `return` at `index`. */
export function enclosingFunction(tokens: Tokens, index: number): string {
  let open = tokens.parent[index] as number;
  for (let level = 0; level < 4 && open > 0; level++) {
    if (tokenText(tokens, open) === "{") {
      for (let at = open - 1, step = 0; at > 0 && step < 20; at--, step++) {
        const text = tokenText(tokens, at);
        if (text === "=>") {
          const start = arrowStart(tokens, at);
          return tokenText(tokens, start - 1) === "=" ? assignmentTarget(tokens, start - 2).name : "";
        }
        if (text === ")") {
          const start = tokens.match[at] as number;
          const name = tokenText(tokens, start - 1);
          if (start > 0 && tokens.kind[start - 1] === TOKEN.word && !PLAIN_WORDS.has(name) && name !== "function")
            return name;
          break;
        }
        if (text === ";" || text === "{" || text === "}") break;
      }
    }
    open = tokens.parent[open] as number;
  }
  return "";
}
