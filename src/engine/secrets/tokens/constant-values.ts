/** Names that stand for one literal in a file, so that what is put together from them can be read. */
import { TOKEN, type Tokens } from "./lexer.ts";
import { stringValue, tokenText } from "./token-chains.ts";

export interface Constants {
  /** By name, and by `object.member` for members of an object that is declared with literals. */
  readonly values: ReadonlyMap<string, string>;
  /** The token that holds the value. */
  readonly places: ReadonlyMap<string, number>;
}

/** Names declared once with one literal: `const PREFIX = "sk_"`, `const parts = { head: "sk_" }`. */
export function constantValues(tokens: Tokens): Constants {
  const values = new Map<string, string>();
  const places = new Map<string, number>();
  const twice = new Set<string>();
  for (let index = 2; index < tokens.kind.length; index++) {
    const kind = tokens.kind[index];
    if ((kind !== TOKEN.string && kind !== TOKEN.template) || tokens.kind[index - 2] !== TOKEN.word) continue;
    const name = constantName(tokens, index);
    const after = tokenText(tokens, index + 1);
    if (name === undefined || after === "+" || after === ".") continue;
    if (values.has(name)) twice.add(name);
    values.set(name, stringValue(tokens, index) as string);
    places.set(name, index);
  }
  for (const name of twice) values.delete(name);
  return { values, places };
}

function constantName(tokens: Tokens, index: number): string | undefined {
  const before = tokenText(tokens, index - 1);
  const name = tokenText(tokens, index - 2);
  if (before === "=") return tokenText(tokens, index - 3) === "." ? undefined : name;
  if (before !== ":") return undefined;
  const open = tokens.parent[index] as number;
  if (open < 2 || tokenText(tokens, open) !== "{" || tokenText(tokens, open - 1) !== "=") return undefined;
  return tokens.kind[open - 2] === TOKEN.word && tokenText(tokens, open - 3) === "const"
    ? `${tokenText(tokens, open - 2)}.${name}`
    : undefined;
}
