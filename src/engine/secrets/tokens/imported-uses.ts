/**
 * Where a file signs, verifies, encrypts or logs in with a value of another file: `jwt.sign(claims, config.secret)`.
 *
 * Told with the module it comes from and the names on the way, so that the literal there can be judged by this use.
 */
import type { Span } from "../../facts/file-facts.ts";
import { SIGNING_LIBRARIES } from "../judge/judge-option.ts";
import { nameMeaning } from "../judge/secret-names.ts";
import { importedNames } from "./imported-names.ts";
import { knownSurroundings } from "./known-imports.ts";
import { TOKEN, type Tokens } from "./lexer.ts";
import { tokenText } from "./token-chains.ts";

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
  const imported = importedNames(tokens, isFile);
  if (imported.size === 0) return [];
  const around = knownSurroundings(tokens);
  const uses: ImportedUse[] = [];
  for (const [local, origin] of imported) {
    for (const index of tokens.words.get(local)) {
      if (index <= origin.until || isMember(tokens, index)) continue;
      const path = [...origin.path];
      let last = index;
      while (path.length < 6 && /^\??\.$/.test(tokenText(tokens, last + 1)) && tokens.kind[last + 2] === TOKEN.word) {
        path.push(tokenText(tokens, last + 2));
        last += 2;
      }
      const next = tokenText(tokens, last + 1);
      if (next === "(" || next === ":" || next === "=") continue;
      const use = around(index, next === "!" ? last + 1 : last);
      if (use.kind !== "value" || !isDecisive(use.names)) continue;
      const at = [tokens.start[index] as number, tokens.end[last] as number] as const;
      uses.push({ module: origin.module, path, names: use.names, at });
    }
  }
  return uses.sort((one, other) => one.at[0] - other.at[0]);
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

/** Packages of others are no files: `jsonwebtoken`, `node:crypto`, `@nestjs/jwt` may still be a workspace's own. */
function isFile(module: string): boolean {
  return (
    /^(?:\.|@\/|~|#|src\/|@[\w-]+\/[\w-]+)/.test(module) ||
    /^(?:config|constants|app|lib|utils|server)(?:\/|$)/.test(module)
  );
}
