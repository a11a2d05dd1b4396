/**
 * Where a file signs, verifies, encrypts or logs in with a value of another file: `jwt.sign(claims, config.secret)`.
 *
 * Told with the module it comes from and the names on the way, so that the literal there can be judged by this use.
 */
import type { Span } from "../facts/file-facts.ts";
import { SIGNING_LIBRARIES } from "./judge.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { nameMeaning } from "./secret-names.ts";
import { surroundings } from "./sites.ts";
import { stringValue, tokenText } from "./token-chains.ts";

export interface ImportedUse {
  /** The specifier as written. */
  readonly module: string;
  /** The exported name (`"default"`, or `"*"` for the module), then the properties that are read of it. */
  readonly path: readonly string[];
  /** What it is used as: `jwt.sign#1`; `secret` of `session#0{}`. */
  readonly names: readonly string[];
  readonly at: Span;
}

/** Uses of imported values that say: this is a secret. */
export function importedUses(tokens: Tokens): readonly ImportedUse[] {
  const imported = importedNames(tokens);
  if (imported.size === 0) return [];
  const uses: ImportedUse[] = [];
  for (let index = 1; index < tokens.kind.length; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const origin = imported.get(tokenText(tokens, index));
    if (origin === undefined || index <= origin.until || isMember(tokens, index)) continue;
    const path = [...origin.path];
    let last = index;
    while (path.length < 6 && /^\??\.$/.test(tokenText(tokens, last + 1)) && tokens.kind[last + 2] === TOKEN.word) {
      path.push(tokenText(tokens, last + 2));
      last += 2;
    }
    const next = tokenText(tokens, last + 1);
    if (next === "(" || next === ":" || next === "=") continue;
    const use = surroundings(tokens, index, next === "!" ? last + 1 : last);
    if (use.kind !== "value" || !isDecisive(use.names)) continue;
    const at = [tokens.start[index] as number, tokens.end[last] as number] as const;
    uses.push({ module: origin.module, path, names: use.names, at });
  }
  return uses;
}

/** It signs, or it is the password of a client. */
function isDecisive(names: readonly string[]): boolean {
  return names.some(
    (name, index) =>
      nameMeaning(name).role === "sink" ||
      SIGNING_LIBRARIES.test(name) ||
      (index === 0 && nameMeaning(name).role === "password" && names.some((other) => other.endsWith("{}"))),
  );
}

function isMember(tokens: Tokens, index: number): boolean {
  const before = tokenText(tokens, index - 1);
  return before === "." || before === "?.";
}

interface Origin {
  readonly module: string;
  readonly path: readonly string[];
  /** Last token of the import itself. */
  readonly until: number;
}

/** Local names of what `import` and `require` bring in from files: `./config`, `@/config`, `#config`. */
function importedNames(tokens: Tokens): ReadonlyMap<string, Origin> {
  const names = new Map<string, Origin>();
  for (let index = 0; index < tokens.kind.length; index++) {
    if (tokens.kind[index] !== TOKEN.word) continue;
    const word = tokenText(tokens, index);
    if (word === "import") {
      const from = fromOf(tokens, index);
      if (from < 0) continue;
      bind(tokens, index + 1, from - 1, stringValue(tokens, from + 1) as string, from + 1, names);
      index = from + 1;
    } else if (word === "require" && tokenText(tokens, index + 1) === "(" && tokenText(tokens, index - 1) === "=") {
      const module = stringValue(tokens, index + 2);
      if (module === undefined) continue;
      const member = tokenText(tokens, index + 4) === "." ? tokenText(tokens, index + 5) : undefined;
      bindRequired(tokens, index - 2, module, member, index + 3, names);
    }
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

function bind(tokens: Tokens, first: number, last: number, module: string, until: number, names: Map<string, Origin>) {
  if (!isFile(module) || tokenText(tokens, first) === "type") return;
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
  names: Map<string, Origin>,
): void {
  if (!isFile(module)) return;
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

/** Packages of others are no files: `jsonwebtoken`, `node:crypto`, `@nestjs/jwt` may still be a workspace's own. */
function isFile(module: string): boolean {
  return (
    /^(?:\.|@\/|~|#|src\/|@[\w-]+\/[\w-]+)/.test(module) ||
    /^(?:config|constants|app|lib|utils|server)(?:\/|$)/.test(module)
  );
}
