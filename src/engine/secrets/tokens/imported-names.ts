/** What a file imports, read from its tokens. */
import { TOKEN, type Tokens } from "./lexer.ts";
import { stringValue, tokenText } from "./token-chains.ts";

export interface Imported {
  readonly module: string;
  /** The exported name, `"default"` or `"*"`. */
  readonly path: readonly string[];
  /** Last token of the import itself. */
  readonly until: number;
}

/** Local names of what `import` and `require` bring in from the modules that `accepts`. */
export function importedNames(tokens: Tokens, accepts: (module: string) => boolean): ReadonlyMap<string, Imported> {
  const names = new Map<string, Imported>();
  let done = -1;
  for (const index of tokens.words.get("import")) {
    const from = index > done ? fromOf(tokens, index) : -1;
    if (from < 0) continue;
    const module = stringValue(tokens, from + 1) as string;
    if (accepts(module)) bind(tokens, index + 1, from - 1, module, from + 1, names);
    done = from + 1;
  }
  for (const index of tokens.words.get("require")) {
    if (tokenText(tokens, index + 1) !== "(" || tokenText(tokens, index - 1) !== "=") continue;
    const module = stringValue(tokens, index + 2);
    if (module === undefined || !accepts(module)) continue;
    const member = tokenText(tokens, index + 4) === "." ? tokenText(tokens, index + 5) : undefined;
    bindRequired(tokens, index - 2, module, member, index + 3, names);
  }
  return names;
}

/** The `from` of an import, before a string; -1 where there is none near. */
function fromOf(tokens: Tokens, start: number): number {
  for (let index = start + 1; index < start + 120 && index < tokens.kind.length; index++) {
    const text = tokenText(tokens, index);
    if (text === "from" && tokens.kind[index + 1] === TOKEN.string) return index;
    if (text === ";" || text === "(") return -1;
  }
  return -1;
}

function bind(
  tokens: Tokens,
  first: number,
  last: number,
  module: string,
  until: number,
  names: Map<string, Imported>,
) {
  if (tokenText(tokens, first) === "type") return;
  let inBraces = false;
  for (let index = first; index <= last; index++) {
    const text = tokenText(tokens, index);
    if (text === "{") inBraces = true;
    else if (text === "*") {
      names.set(tokenText(tokens, index + 2), { module, path: ["*"], until });
      index += 2;
    } else if (tokens.kind[index] === TOKEN.word) {
      const renamed = tokenText(tokens, index + 1) === "as";
      const local = renamed ? tokenText(tokens, index + 2) : text;
      names.set(local, { module, path: [inBraces ? text : "default"], until });
      if (renamed) index += 2;
    }
  }
}

/** `const config = require("./config")`, `const { secret, key: renamed } = require("./config")`. */
function bindRequired(
  tokens: Tokens,
  last: number,
  module: string,
  member: string | undefined,
  until: number,
  names: Map<string, Imported>,
): void {
  if (tokens.kind[last] === TOKEN.word) {
    names.set(tokenText(tokens, last), { module, path: [member ?? "*"], until });
    return;
  }
  const open = tokens.match[last] as number;
  if (tokenText(tokens, last) !== "}" || open < 0) return;
  for (let index = open + 1; index < last; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const renamed = tokenText(tokens, index + 1) === ":";
    names.set(tokenText(tokens, renamed ? index + 2 : index), { module, path: [tokenText(tokens, index)], until });
    if (renamed) index += 2;
  }
}
