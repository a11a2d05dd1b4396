/** What a digest of a literal is used for, where it is the key of a cipher. */
import type { Tokens } from "./lexer.ts";
import type { LiteralSite, Surroundings } from "./sites.ts";
import { calleeOf, chainEnd, chainStart, closerOf, tokenAt, tokenText } from "./token-chains.ts";

type SurroundingsOf = (first: number, last: number) => Surroundings;

/** The key that a cipher is made with. https://nodejs.org/api/crypto.html#cryptocreatecipherivalgorithm-key-iv-options */
export const KEY_OF_CIPHER = /(?:^|[. ])create(?:C|Dec)ipheriv#1$/;

/** `createHash("sha256").update("…")` */
const DIGESTED = /createHash\(\)\.update#0$/;

/** Adds the cipher to the names of a literal whose digest is its key, at once or through variables. */
export function withDerivedKeys(
  tokens: Tokens,
  surroundingsOf: SurroundingsOf,
  sites: readonly LiteralSite[],
): readonly LiteralSite[] {
  return sites.map((site) => {
    if (site.partial || !DIGESTED.test(site.names[0] ?? "") || site.names.some((name) => KEY_OF_CIPHER.test(name)))
      return site;
    const callee = calleeOf(tokens, tokenAt(tokens, site.start) - 1);
    if (callee === undefined) return site;
    const cipher = cipherOf(tokens, surroundingsOf, callee.start, new Set());
    return cipher === undefined ? site : { ...site, names: [...site.names, cipher] };
  });
}

/** The cipher whose key the expression is that begins at `first`, or the variable or function that it is given to. */
function cipherOf(
  tokens: Tokens,
  surroundingsOf: SurroundingsOf,
  first: number,
  seen: Set<string>,
): string | undefined {
  const { names, kind } = surroundingsOf(first, chainEnd(tokens, first));
  const cipher = names.find((name) => KEY_OF_CIPHER.test(name));
  const holder = names.find((name) => /^[A-Za-z_$][\w$]*$/.test(name));
  if (cipher !== undefined || holder === undefined || kind !== "value" || seen.has(holder)) return cipher;
  seen.add(holder);
  const scope = scopeOf(tokens, holder, first);
  for (const index of tokens.words.get(holder)) {
    const next = tokenText(tokens, index + 1);
    if (next === "=" || next === ":" || tokenText(tokens, index - 1) === "function") continue;
    if (scope !== undefined && (index < scope || index > closerOf(tokens, scope))) continue;
    const found = cipherOf(tokens, surroundingsOf, chainStart(tokens, index), seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The brace of the block that declares the name last ahead of a token; undefined for the whole file, or no variable. */
function scopeOf(tokens: Tokens, name: string, before: number): number | undefined {
  let declared = -1;
  for (const index of tokens.words.get(name)) {
    if (index < before && /^(?:const|let|var)$/.test(tokenText(tokens, index - 1))) declared = index;
  }
  const open = declared < 0 ? -1 : (tokens.parent[declared] as number);
  return open < 0 ? undefined : open;
}
