/** What a file exports, read from its tokens: enough to follow an imported value to where it is declared. */
import { importedNames } from "./imported-names.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { stringValue, tokenText } from "./token-chains.ts";

export interface Exported {
  /** As others import it: `"default"`, `"*"` for all of another module, `"export="` for `module.exports = …`. */
  readonly name: string;
  /** The name it has in the file; none where only a value is given. */
  readonly local: string | undefined;
  /** The module and its export that it is passed on from. */
  readonly from: { readonly module: string; readonly name: string } | undefined;
}

/** Exports in order. What is passed on after it was imported by name leads to where it came from. */
export function exportedNames(tokens: Tokens): readonly Exported[] {
  const found: Exported[] = [];
  for (const index of tokens.words.get("export")) {
    if (tokenText(tokens, index - 1) !== ".") readExport(tokens, index + 1, found);
  }
  for (const index of tokens.words.get("exports")) readAssigned(tokens, index, found);
  if (!found.some(({ local }) => local !== undefined)) return found;
  const imported = importedNames(tokens, () => true);
  return found.map((one) => {
    const origin = one.local === undefined ? undefined : imported.get(one.local);
    return origin === undefined ? one : { ...one, from: { module: origin.module, name: origin.path[0] as string } };
  });
}

function readExport(tokens: Tokens, first: number, found: Exported[]): void {
  const at = tokenText(tokens, first) === "type" && /^[{*]$/.test(tokenText(tokens, first + 1)) ? first + 1 : first;
  const word = tokenText(tokens, at);
  if (word === "*") {
    const named = tokenText(tokens, at + 1) === "as";
    const module = moduleAfter(tokens, named ? at + 3 : at + 1);
    if (module === undefined) return;
    const name = named ? tokenText(tokens, at + 2) : "*";
    found.push({ name, local: undefined, from: { module, name: "*" } });
  } else if (word === "{") readList(tokens, at, found);
  else if (word === "default") found.push(plain("default", defaultName(tokens, at + 1)));
  else if (word === "=") found.push(plain("export=", nameAlone(tokens, at + 1)));
  else if (/^(?:const|let|var)$/.test(word) && tokenText(tokens, at + 1) !== "enum")
    readDeclared(tokens, at + 1, found);
  else {
    let name = at;
    while (DECLARES.test(tokenText(tokens, name)) && name < at + 4) name++;
    if (name > at && tokens.kind[name] === TOKEN.word)
      found.push(plain(tokenText(tokens, name), tokenText(tokens, name)));
  }
}

const DECLARES = /^(?:async|function|\*|abstract|class|enum|const|type|interface|namespace|module|import)$/;

/** `{ a, b as c }`, with or without `from "…"`. */
function readList(tokens: Tokens, open: number, found: Exported[]): void {
  const close = tokens.match[open] as number;
  if (close < 0) return;
  const module = moduleAfter(tokens, close + 1);
  for (let index = open + 1; index < close; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    if (tokenText(tokens, index) === "type" && tokens.kind[index + 1] === TOKEN.word) continue;
    const own = tokenText(tokens, index);
    const renamed = tokenText(tokens, index + 1) === "as";
    const name = renamed ? tokenText(tokens, index + 2) : own;
    found.push(module === undefined ? plain(name, own) : { name, local: undefined, from: { module, name: own } });
    if (renamed) index += 2;
  }
}

/** `const a = 1, b = 2`, `const { a, b: c } = load()`. */
function readDeclared(tokens: Tokens, first: number, found: Exported[]): void {
  const level = tokens.parent[first] as number;
  for (let at = first; at < tokens.kind.length; at++) {
    const open = tokenText(tokens, at);
    if (open === "{" || open === "[") {
      const close = tokens.match[at] as number;
      for (let index = at + 1; index < close; index++) {
        const next = tokenText(tokens, index + 1);
        if (tokens.kind[index] === TOKEN.word && /^[,}\]=]$/.test(next))
          found.push(plain(tokenText(tokens, index), tokenText(tokens, index)));
      }
      at = close;
    } else if (tokens.kind[at] === TOKEN.word && /^[=:;]?$/.test(tokenText(tokens, at + 1))) {
      found.push(plain(tokenText(tokens, at), tokenText(tokens, at)));
    } else return;
    at = nextDeclared(tokens, at + 1, level);
    if (at < 0) return;
  }
}

/** The comma before the next declaration of the same statement; -1 where there is none. */
function nextDeclared(tokens: Tokens, from: number, level: number): number {
  for (let at = from; at < from + 2000 && at < tokens.kind.length; at++) {
    if (tokens.parent[at] !== level) continue;
    const text = tokenText(tokens, at);
    if (text === ",") return at;
    if (text === ";" || (tokens.kind[at] === TOKEN.word && STARTS.test(text))) return -1;
  }
  return -1;
}

const STARTS = /^(?:export|import|const|let|var|function|class|interface|type|enum|if|for|return)$/;

/** `exports.a = …`, `module.exports.a = …`, `module.exports = …`. */
function readAssigned(tokens: Tokens, index: number, found: Exported[]): void {
  const before = tokenText(tokens, index - 1);
  const ofModule = before === "." && tokenText(tokens, index - 2) === "module";
  if (before === "." && !ofModule) return;
  const next = tokenText(tokens, index + 1);
  if (next === "." && tokenText(tokens, index + 3) === "=")
    found.push(plain(tokenText(tokens, index + 2), nameAlone(tokens, index + 4)));
  else if (next === "=" && ofModule) found.push(plain("export=", nameAlone(tokens, index + 2)));
}

function plain(name: string, local: string | undefined): Exported {
  return { name, local, from: undefined };
}

/** What a default export is called in its file; `"default"` for a value without a name. */
function defaultName(tokens: Tokens, at: number): string | undefined {
  const word = tokenText(tokens, at);
  if (word === "async" || word === "function") {
    const name = at + (word === "async" ? 2 : 1);
    return tokens.kind[name] === TOKEN.word ? tokenText(tokens, name) : undefined;
  }
  if (word === "class" || word === "abstract" || word === "enum" || word === "interface") {
    const name = word === "abstract" ? at + 2 : at + 1;
    return tokens.kind[name] === TOKEN.word ? tokenText(tokens, name) : "default";
  }
  return nameAlone(tokens, at) ?? "default";
}

/** The name, where the statement is nothing but it. */
function nameAlone(tokens: Tokens, at: number): string | undefined {
  if (tokens.kind[at] !== TOKEN.word || /^(?:async|function|new|await)$/.test(tokenText(tokens, at))) return undefined;
  const end = tokens.end[at] as number;
  const next = tokens.start[at + 1];
  const ends = next === undefined || tokenText(tokens, at + 1) === ";" || tokens.text.slice(end, next).includes("\n");
  return ends && !/^[.(?[+]/.test(tokenText(tokens, at + 1)) ? tokenText(tokens, at) : undefined;
}

function moduleAfter(tokens: Tokens, from: number): string | undefined {
  return tokenText(tokens, from) === "from" ? stringValue(tokens, from + 1) : undefined;
}
